/** What stands before servers, each with an order of columns of its own. */
import { written } from './written.ts'

const REQUEST = '"(?<request>(?:[^"\\\\]|\\\\.)*)"'
const ADDRESS = '\\[?(?<ip>[\\da-fA-F.:]*[\\da-fA-F])\\]?'
const CLF_TIME = '\\[(?<time>\\d\\d/[A-Z][a-z]{2}/\\d{4}:[^\\]]{8,20})\\]'

/** Amazon's load balancers, classic and application: three spans of seconds, the trace id far behind. */
export const loadBalancer = written({
  name: 'aws-elb',
  unit: 1e3,
  pattern: new RegExp(
    `^(?:(?:https?|h2|grpcs|wss?) )?(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,15}Z) (?<host>[^\\s"]+) ${ADDRESS}:\\d+ \\S+ (?<latency>-?[\\d.]+) (?<latency2>-?[\\d.]+) (?<latency3>-?[\\d.]+) (?<status>\\d{3}|-) \\S+ \\d+ \\d+ ${REQUEST}(?:[^"]*"[^"]*"[^"]*"(?:Root|Self)=(?:[^"]*Root=)?(?<session>[\\w-]+))?`,
    'd',
  ),
})

/** Its default format, and Istio's, which tells the other side near the end. */
export const envoy = written({
  name: 'envoy',
  pattern: new RegExp(
    `^\\[(?<time>\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,15}Z)\\] ${REQUEST} (?<status>\\d{3}) \\S+ (?:\\S+ \\S+ "[^"]*" )?\\d+ \\d+ (?<latency>\\d+|-) \\S+ "(?:(?<ip>[\\da-fA-F.:]*[\\da-fA-F])[^"]*|[^"]*)" "[^"]*" "(?:-|(?<session>[^"]*))"`,
    'd',
  ),
})

/** HTTP log; behind a header of syslog, or without one. */
export const haproxy = written({
  name: 'haproxy',
  pattern: new RegExp(
    `^${ADDRESS}:\\d+ ${CLF_TIME} \\S+ (?<service>[^\\s/]+)/\\S+ (?:-?\\d+/){2,4}\\+?(?<latency>-?\\d+) (?<status>\\d{3}|-1) \\+?\\d+ \\S+ \\S+ \\S{4} \\S+ \\S+ (?:\\{[^}]*\\} ){0,2}${REQUEST}`,
    'd',
  ),
})

export const squid = written({
  name: 'squid',
  pattern:
    /^(?<time>\d{10}\.\d{3}) {1,8}(?<latency>\d+) (?<ip>[\da-fA-F.:]+) [A-Z_]+\/(?<status>\d{3}) \d+ (?<method>[A-Z_]+) (?<target>\S+) (?:-|(?<user>\S+)) /d,
})

/** Object storage of Amazon: who asked stands behind the time. */
export const objectStorage = written({
  name: 'aws-s3',
  pattern: new RegExp(
    `^[\\da-f]{16,64} (?<host>\\S+) ${CLF_TIME} (?:-|${ADDRESS}) (?:-|(?<user>\\S+)) (?<session>\\S+) [A-Z]+\\.[\\w.]+ \\S+ (?:-|${REQUEST}) (?<status>\\d{3}|-) \\S+ \\S+ \\S+ (?<latency>\\d+|-)`,
    'd',
  ),
})

/** Tabs between columns, and the time taken far behind, in seconds. */
export const cloudFront = written({
  name: 'cloudfront',
  unit: 1e3,
  pattern:
    /^(?<time>\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d)\t[A-Z][\w-]+\t\d+\t(?<ip>[\da-fA-F.:]+)\t(?<method>[A-Z]+)\t(?<host>[^\t]+)\t(?<target>[^\t]+)\t(?<status>\d{3})\t(?:[^\t]*\t){5}(?<session>[^\t]*)\t(?:[^\t]*\t){3}(?<latency>[\d.]+)/d,
})
