import { kindName, type IncidentKind, type IncidentState, type Severity } from '@errorsense/core/wire/incident.ts'
import type { JournalEntry } from '@errorsense/core/wire/live.ts'
import type { Normal, NormalScope } from '@errorsense/core/wire/normal.ts'
import type { Sensitivity } from '@errorsense/core/wire/detectors.ts'
import { dayTime, someOf } from '../format.ts'
import { detectorName } from './detectors.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const en = {
  switchTo: 'Español',
  home: 'Overview',
  live: 'Live',
  connecting: 'Connecting',
  lost: 'Connection lost',
  lostLong: 'Connection lost. What you see may be old; trying again …',
  loading: 'Loading',
  failed: 'This could not be loaded.',
  retry: 'Try again',
  broken: 'Something broke on this page.',
  reload: 'Load again',
  notFound: 'There is nothing here.',
  gone: 'This incident does not exist (any more).',
  back: 'All incidents',

  quiet: 'All quiet',
  quietLong: (services: number) =>
    `Nothing unusual in ${services} ${plural(services, 'service', 'services')}. ErrorSense keeps learning what is normal and speaks up when something is not.`,
  attention: (count: number) => `${count} ${plural(count, 'incident needs', 'incidents need')} attention`,
  handled: (count: number) => `${count} ${plural(count, 'incident', 'incidents')} acknowledged, nothing new`,
  linesPerSecond: 'lines/s',
  errorShare: 'errors',
  serviceCount: (count: number) => plural(count, 'service', 'services'),

  waiting: 'Waiting for the first log line',
  waitingLong: 'Nothing has arrived yet. Send some lines; the first services appear here within seconds.',
  howDemo: 'Try it with a believable shop',
  howDemoHint: 'Starts everything with demo traffic, anomalies included.',
  howFile: 'Ask a file what would have alerted',
  howFileHint: 'Same detectors, no server needed.',
  howSend: 'Send your own lines',
  howSendHint: 'Text, JSON or logfmt; the header is understood by itself.',

  openIncidents: 'Needs attention',
  recent: 'Resolved lately',
  services: 'Services',
  showAll: (count: number) => `Show all ${count}`,
  since: (time: string) => `for ${time}`,
  lasted: (time: string) => `lasted ${time}`,
  newIncident: (title: string) => `New incident: ${title}`,

  lastHour: 'Last hour',
  median: 'median',
  p99: 'p99',
  lastLine: (time: string) => `last line ${time}`,
  sparkline: (service: string, from: string, to: string) =>
    `Lines per minute of ${service} in the last hour, between ${from} and ${to}`,
  perSecond: '/s',
  perMinute: '/min',

  started: 'Started',
  noticed: 'Noticed',
  after: (time: string) => `after ${time}`,
  lastSeen: 'Last seen',
  length: 'Lasted',
  lines: 'Lines',
  certainty: 'Certainty',
  seen: 'seen',
  usual: 'usual',
  normalBand: 'normal range',
  seenVsUsual: 'Seen against usual',
  chart: (unit: string, service: string) => `${unit} of ${service}`,
  noSeries: 'No series is kept for this time.',
  firstCauses: 'What changed first',
  whoDidIt: 'Who did it',
  whoWasHit: 'Aimed at',
  ip: 'Addresses',
  user: 'Accounts',
  session: 'Sessions',
  target: 'Targets',
  more: (count: number) => `${count} more`,
  templates: 'Kinds of lines',
  samples: 'Sample lines',
  journal: 'Journal',
  noJournal: 'Nothing was written down yet.',
  note: 'Note (optional)',
  notePlaceholder: 'What did you find?',
  acknowledge: 'Acknowledge',
  resolve: 'Resolve',
  decideFailed: 'This could not be saved. Try again.',
  isNormal: 'This is normal …',
  normalFor: 'Hold back from now on:',
  normalRoom: 'Far more of it than was seen here is told all the same. It can be undone.',
  why: 'Why (optional)',
  sayNormal: 'Call it normal',
  undo: 'Undo',
  detection: 'Detection',
  calledNormal: 'Called normal',
  nothingNormal:
    'Nothing yet. An incident that is none can be called normal on its page: what is like it is then held back, counted here, and told again when you undo it.',
  undoneCount: (count: number) => `${count} undone`,
  scope: {
    template: 'These kinds of lines',
    service: 'The whole service',
    entity: 'Who it came from',
    rhythm: 'This time of day',
  } satisfies Record<NormalScope, string>,
  describe: (normal: Normal): string => {
    const what = someOf(normal.kinds.map((kind) => kindName(kind, 'en').toLowerCase()))
    const where = someOf(normal.services)
    switch (normal.scope) {
      case 'template':
        return `${what} in ${where}, of ${normal.templates.length} ${plural(normal.templates.length, 'kind of line', 'kinds of lines')}`
      case 'service':
        return `${what} in ${where}, whatever the lines`
      case 'entity':
        return `${what} from ${someOf(normal.names)}, in any service`
      case 'rhythm':
        return `${what} in ${where}, every day from ${dayTime(normal.from)} to ${dayTime(normal.to)} UTC`
    }
  },
  detectors: 'Detectors',
  detector: (name: string) => detectorName(name, 'en'),
  detectorOn: 'on',
  detectorOff: 'off',
  detectorSimulates: 'simulation: finds, tells nobody',
  sensitivityIs: (step: string) => `sensitivity ${step}`,
  sensitivity: { low: 'low', normal: 'normal', high: 'high' } satisfies Record<Sensitivity, string>,
  sensitivityTitle: 'Sensitivity',
  sensitivityLong:
    'How soon a detector speaks: low waits for what is beyond doubt, high tells more. What each step would have told of your own lines can be counted before it is set.',
  countDays: (days: number) => `Count for the last ${days} days`,
  counting: (share: string) => `Counting … ${share}`,
  wouldHaveTold: (from: string, to: string) => `Incidents that would have been told, ${from} to ${to}`,
  setNow: 'set now',
  howToSet: 'They are set in the file that CONFIG_FILE names, and apply from the next start:',
  learning: 'learning',
  itsRates: 'its rhythm',
  itsLines: 'its lines',
  youngServices: (count: number) =>
    `${count} new ${plural(count, 'service is', 'services are')} still being learnt; of what is not known yet nothing is told.`,
  saidBy: (who: string, when: string) => `said by ${who}, ${when}`,
  undoneBy: (who: string, when: string) => `undone by ${who}, ${when}`,
  heldNever: 'Held back nothing so far.',
  heldTimes: (times: number, last: string) =>
    `Held back ${times} ${plural(times, 'time', 'times')}${last && `, last ${last}`}.`,
  hiddenCharacter: (name: string) => `hidden character ${name}`,

  signIn: 'Sign in',
  signInLong: 'This server asks for its API key (API_SECRET_KEY).',
  key: 'API key',
  wrongKey: 'This key is not the right one.',
  tooManyTries: 'Too many tries. Wait a minute.',

  severity: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' } satisfies Record<Severity, string>,
  state: {
    open: 'Open',
    acknowledged: 'Acknowledged',
    resolved: 'Resolved',
    normal: 'Normal',
  } satisfies Record<IncidentState, string>,
  kind: (kind: IncidentKind) => kindName(kind, 'en'),
  action: {
    opened: 'Opened',
    updated: 'Updated',
    acknowledged: 'Acknowledged',
    resolved: 'Resolved',
    reopened: 'Opened again',
    normal: 'Called normal',
    undone: 'No longer called normal',
    held: 'Held back as normal',
    delivered: 'Delivered',
    undeliverable: 'Could not be delivered',
  } satisfies Record<JournalEntry['action'], string>,
  by: (who: string) => `by ${who}`,
  who: {} as Readonly<Record<string, string>>,
  unit: (unit: string) => unit,
}

export type Texts = typeof en
