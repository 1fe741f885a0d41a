/** A small shop two hours long, for the tests of the interface and of the page: the same every time for one `now`. */
import { memoryStore } from '@errorsense/adapters/store/memory.ts'
import { packer } from '@errorsense/adapters/store/packer.ts'
import { latencyBin } from '@errorsense/core/aggregate/sketch.ts'
import { MINUTE_MS } from '@errorsense/core/aggregate/window.ts'
import type { Store } from '@errorsense/core/ports/store.ts'
import type { LogRow } from '@errorsense/core/wire/api.ts'
import type { Incident } from '@errorsense/core/wire/incident.ts'
import type { CountObservation, ObservationMessage } from '@errorsense/core/wire/observations.ts'

const MINUTES = 120

/** Lines per second, share of errors, median latency in ms; the spike is in the last minutes. A new one has few of them. */
const shop = [
  { service: 'checkout', rate: 42, errors: 0.004, latency: 38, spike: { from: 14, errors: 0.21, latency: 410 } },
  {
    service: 'payment-gateway',
    rate: 18,
    errors: 0.002,
    latency: 92,
    spike: { from: 16, errors: 0.34, latency: 1900 },
  },
  { service: 'catalog', rate: 126, errors: 0.0008, latency: 11 },
  { service: 'auth', rate: 23, errors: 0.012, latency: 24 },
  { service: 'cart', rate: 57, errors: 0.001, latency: 8 },
  { service: 'recommendations', rate: 9, errors: 0.006, latency: 120 },
  { service: 'loyalty', rate: 4, errors: 0, latency: 15, minutes: 6 },
  { service: 'nightly-export', rate: 0.7, errors: 0, latency: Number.NaN },
]

/** Ugly on purpose: markup, an escape sequence and text that turns round must all arrive as harmless text. */
export const hostileLine =
  '2026-11-22T18:31:07Z ERROR checkout coupon=<img src=x onerror=alert(1)> \u001b[31mred\u001b[0m \u202Etxt.exe\u202C <script>alert(2)</script>'

export async function seededStore(now: number): Promise<Store> {
  const store = memoryStore()
  await store.migrate()
  await store.saveTemplates(
    shop.flatMap(({ service }) => [
      template(`${service}-ok`, 'http', `GET /${service}/<*> 200 in <*> ms`),
      template(`${service}-error`, 'http', `upstream timed out after <*> ms calling ${service}`),
    ]),
  )
  await store.writeObservations(packer().observations(shop.flatMap((service) => history(service, now))), 'seed')
  await store.saveIncidents(sampleIncidents(now))
  const at = (minutes: number) => new Date(now - minutes * MINUTE_MS).toISOString()
  const entry = (incident: string, minutes: number) => ({ id: `${incident} ${minutes}`, incident, at: at(minutes) })
  await store.appendJournal([
    { ...entry('inc-payment', 15), action: 'opened', by: 'detector', note: '' },
    { ...entry('inc-payment', 14.9), action: 'delivered', by: 'slack', note: '' },
    { ...entry('inc-payment', 9), action: 'updated', by: 'detector', note: 'severity critical' },
    { ...entry('inc-latency', 100), action: 'resolved', by: 'detector', note: '' },
    { ...entry('inc-scan', 300), action: 'resolved', by: 'operator', note: 'Our own scanner, moved to the night.' },
  ])
  return { ...store, logs: async () => sampleLogs(now) }
}

/** What an observer would report for one second of the shop. */
export function observedSecond(now: number): ObservationMessage {
  const window = now - (now % 5000)
  const wobble = 1 + 0.15 * Math.sin(now / 7000)
  return {
    v: 1,
    range: { topic: 'app-logs', partition: 0, partitions: 1, from: 0, to: 1 },
    watermark: window,
    resumed: false,
    counts: shop.map(({ service, rate, errors, spike }) => ({
      window,
      service,
      shape: `${service}-ok`,
      lines: Math.round(rate * wobble),
      errors: Math.round(rate * wobble * (spike?.errors ?? errors)),
      sample: '',
    })),
    shapes: [],
    security: [],
    sessions: [],
  }
}

function template(shape: string, component: string, text: string) {
  return { shape, component, tokens: text.split(' '), templateId: shape, template: text }
}

function history(
  { service, rate, errors, latency, spike, minutes = MINUTES }: (typeof shop)[number],
  now: number,
): CountObservation[] {
  const last = now - (now % MINUTE_MS)
  return Array.from({ length: minutes }, (_, index) => {
    const ago = minutes - 1 - index
    const hit = spike !== undefined && ago < spike.from && ago > 1
    const window = last - ago * MINUTE_MS
    const wave = 1 + 0.18 * Math.sin(index / 9 + rate) + 0.05 * Math.sin(index * 2.4 + rate)
    const lines = Math.round(rate * 60 * wave)
    const failed = Math.round(lines * (hit ? spike.errors : errors) * (1 + 0.3 * Math.sin(index * 1.7)))
    const sketch = sketchOf((hit ? spike.latency : latency) * wave, lines)
    const base = { window, service, sample: '' }
    return [
      { ...base, shape: `${service}-ok`, lines: lines - failed, errors: 0, ...sketch },
      { ...base, shape: `${service}-error`, lines: failed, errors: failed },
    ]
  }).flat()
}

function sketchOf(median: number, lines: number): { latency?: number[] } {
  if (Number.isNaN(median)) return {}
  const share = (factor: number, part: number) => [latencyBin(median * factor), Math.ceil(lines * part)]
  return { latency: [...share(0.6, 0.3), ...share(1, 0.5), ...share(1.8, 0.17), ...share(4.5, 0.03)] }
}

function sampleLogs(now: number): LogRow[] {
  return [hostileLine, 'GET /checkout/cart 200 in 31 ms'].map((raw, index) => ({
    at: new Date(now - index * 1000).toISOString(),
    service: 'checkout',
    host: 'web-1',
    level: index === 0 ? 'error' : 'info',
    templateId: `checkout-${index === 0 ? 'error' : 'ok'}`,
    raw,
  }))
}

export function sampleIncidents(now: number): Incident[] {
  const at = (minutes: number) => new Date(now - minutes * MINUTE_MS).toISOString()
  const nobody = { ip: [], user: [], session: [], target: [] }
  const shared = {
    state: 'open',
    causes: [],
    templates: [],
    samples: [],
    entities: nobody,
    version: 1,
    reopens: 0,
  } as const
  return [
    {
      ...shared,
      id: 'inc-payment',
      kind: 'error_spike',
      severity: 'critical',
      title: 'Error spike in payment-gateway',
      why: 'payment-gateway writes 367 errors/min where 2.2 are usual (0–9). What changed first: “connection pool exhausted” in payment-gateway (first seen 40 s before). Also affected: checkout.',
      es: {
        title: 'Pico de errores en payment-gateway',
        why: 'payment-gateway escribe 367 errores/min cuando lo usual son 2,2 (0–9). Lo primero que cambió: «connection pool exhausted» en payment-gateway (visto por primera vez 40 s antes). También afecta a: checkout.',
      },
      service: ['payment-gateway', 'checkout'],
      start: at(16),
      end: at(1),
      detected: at(15.4),
      score: 0.98,
      entities: {
        ip: ['203.0.113.77', '2001:db8::5f3c:11'],
        user: [],
        session: ['tr-8f31c2', 'tr-91aa07'],
        target: ['card-processor.example'],
      },
      findings: [
        finding('error-spike', 'error_spike', 'payment-gateway', [367, 2.2, 0, 9], 'errors/min', 0.98, at(15)),
        finding('latency', 'latency', 'payment-gateway', [1910, 92, 61, 240], 'ms median', 0.91, at(14)),
        finding('error-spike', 'error_spike', 'checkout', [529, 10, 2, 24], 'errors/min', 0.95, at(13)),
      ],
      causes: [
        {
          service: 'payment-gateway',
          templateId: 't1',
          template: 'connection pool exhausted: <*> of <*> in use, waited <*> ms',
          why: 'new, first seen 40 s before',
          es: 'nuevo, visto por primera vez 40 s antes',
          at: at(16.7),
        },
        {
          service: 'payment-gateway',
          templateId: 't2',
          template: 'config reloaded from <*>',
          why: 'rare, last seen 9 days ago, 2 min before',
          es: 'raro, visto por última vez hace 9 días, 2 min antes',
          at: at(18),
        },
      ],
      templates: [
        { templateId: 'payment-gateway-error', template: 'upstream timed out after <*> ms calling <*>', count: 4120 },
        { templateId: 't1', template: 'connection pool exhausted: <*> of <*> in use, waited <*> ms', count: 311 },
        { templateId: 't3', template: 'order <*> could not be paid: <*>', count: 206 },
      ],
      samples: [
        '2026-11-22T18:31:04.881Z ERROR [pool-3] c.s.p.Gateway - connection pool exhausted: 50 of 50 in use, waited 5003 ms',
        '2026-11-22T18:31:05.102Z ERROR [http-11] c.s.p.Gateway - upstream timed out after 5000 ms calling card-processor.example\n\tat com.shop.pay.Gateway.charge(Gateway.java:118)\n\tat com.shop.pay.Api.pay(Api.java:61)',
        hostileLine,
      ],
      lines: 4637,
    },
    {
      ...shared,
      id: 'inc-brute',
      kind: 'brute_force',
      severity: 'high',
      title: 'Brute force against auth from 198.51.100.23',
      why: 'auth: 184 failures where 1.5 are usual (0–6), all from 198.51.100.23 against 3 accounts.',
      es: {
        title: 'Fuerza bruta contra auth desde 198.51.100.23',
        why: 'auth: 184 fallos cuando lo usual son 1,5 (0–6), todos desde 198.51.100.23 contra 3 cuentas.',
      },
      service: ['auth'],
      start: at(31),
      end: at(4),
      detected: at(30.4),
      score: 0.93,
      entities: { ...nobody, ip: ['198.51.100.23'], target: ['root', 'admin', 'deploy'] },
      findings: [finding('brute-force', 'brute_force', 'auth', [184, 1.5, 0, 6], 'failures', 0.93, at(30))],
      templates: [{ templateId: 'ssh', template: 'Failed password for <*> from <*> port <*> ssh2', count: 184 }],
      samples: ['Nov 22 18:14:02 bastion sshd[811]: Failed password for root from 198.51.100.23 port 52144 ssh2'],
      lines: 184,
    },
    {
      ...shared,
      id: 'inc-new',
      kind: 'new_template',
      severity: 'low',
      state: 'acknowledged',
      title: 'New kind of line in recommendations',
      why: 'recommendations wrote 12 lines of a kind never seen before.',
      es: {
        title: 'Nuevo tipo de línea en recommendations',
        why: 'recommendations escribió 12 líneas de un tipo nunca visto.',
      },
      service: ['recommendations'],
      start: at(52),
      end: at(47),
      detected: at(51.4),
      score: 0.61,
      findings: [
        {
          ...finding('new-template', 'new_template', 'recommendations', [12, 0, 0, 0], 'lines', 0.61, at(52)),
          template: 'model <*> missing feature <*>, using default',
        },
      ],
      templates: [{ templateId: 'model', template: 'model <*> missing feature <*>, using default', count: 12 }],
      samples: ['level=warn msg="model als-7 missing feature tenure, using default"'],
      lines: 12,
    },
    {
      ...shared,
      id: 'inc-latency',
      kind: 'latency',
      severity: 'medium',
      state: 'resolved',
      title: 'catalog is slow',
      why: 'Requests take 340 ms p90 where 19 are usual (12–41).',
      es: { title: 'catalog va lento', why: 'Las peticiones tardan 340 ms p90 cuando lo usual son 19 (12–41).' },
      service: ['catalog'],
      start: at(118),
      end: at(103),
      detected: at(117.4),
      score: 0.84,
      findings: [finding('latency', 'latency', 'catalog', [340, 19, 12, 41], 'ms p90', 0.84, at(117))],
      lines: 9034,
    },
    {
      ...shared,
      id: 'inc-scan',
      kind: 'scan',
      severity: 'medium',
      title: 'Scan of catalog from 192.0.2.14',
      why: 'catalog: 96 paths asked for where 4 are usual (0–12), all from 192.0.2.14.',
      es: {
        title: 'Escaneo de catalog desde 192.0.2.14',
        why: 'catalog: 96 rutas pedidas cuando lo usual son 4 (0–12), todas desde 192.0.2.14.',
      },
      service: ['catalog'],
      start: at(320),
      end: at(310),
      detected: at(319.4),
      score: 0.8,
      entities: { ...nobody, ip: ['192.0.2.14'] },
      findings: [finding('scan', 'scan', 'catalog', [96, 4, 0, 12], 'paths', 0.8, at(319))],
      lines: 96,
    },
  ]
}

function finding(
  detector: string,
  kind: Incident['kind'],
  service: string,
  [seen, usual, low, high]: readonly [number, number, number, number],
  unit: string,
  score: number,
  at: string,
): Incident['findings'][number] {
  return { detector, kind, service, seen, usual, low, high, unit, score, at }
}
