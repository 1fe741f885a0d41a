/**
 * IIS and others that write the W3C extended format, in the order of columns that IIS has: what stands before the method
 * is the server, what follows the account is the client, the time taken is last, in ms. Told by the columns themselves:
 * the line that names them may be in an older file.
 */
import { written } from './written.ts'

export const iis = written({
  name: 'iis',
  pattern:
    /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?:[^\s"]+ ){0,4}?(?<method>[A-Z]{3,12}) (?<target>\/\S*) \S+ \d{1,5} (?:-|(?<user>\S+)) (?<ip>[\da-fA-F.:]+) (?:\S+ ){1,6}?(?<status>[1-5]\d\d) \d{1,4} \d{1,12}(?:(?: \d+)*? (?<latency>\d+))?$/d,
})
