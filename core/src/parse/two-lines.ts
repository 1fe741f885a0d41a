/** Loggers that write every record over two lines, who speaks above what is said, unless they are told otherwise. */
import { ERROR } from '../record.ts'
import type { Format } from './format.ts'
import { written } from './written.ts'

/** `java.util.logging`; newer ones put a narrow blank before AM and PM, three bytes. */
export const javaUtilLogging = written({
  name: 'java-util-logging',
  pattern:
    /^(?<time>[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d\d:\d\d(?: |\u00e2\u0080\u00af)[AP]M) (?<component>[\w.$]+)(?: [\w$<>]+){1,2}\r?\n(?<level>[A-Z]{4,7}): (?<message>.*)/d,
})

const dotnet = written({
  name: 'dotnet-console',
  pattern:
    /^(?<level>trce|dbug|info|warn|fail|crit): (?<component>[^\s[]{1,200})\[-?\d{1,10}\]\r?\n {6}(?<message>.*)/d,
})

/** The console of .NET, where an error is a failure. */
export const dotnetConsole: Format = {
  ...dotnet,
  read(line, fields, context) {
    if (!dotnet.read(line, fields, context)) return false
    if (line.startsWith('fail')) fields.level = ERROR
    return true
  },
}
