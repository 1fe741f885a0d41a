import type { BaseOptions } from '@platformatic/kafka'
import type { Poison } from './record-scan.ts'

export type Isolation = 'read_uncommitted' | 'read_committed'

export interface KafkaBusOptions {
  /** host:port of some brokers; the others are learnt from them. */
  readonly brokers: string[]
  readonly sasl?: {
    readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512'
    readonly username: string
    readonly password: string
  }
  /** In PEM. Without `ca` the authorities of the system are trusted; `cert` and `key` are for brokers that ask who we are. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string }
  readonly clientId: string
  /** Whether records of transactions come before these are finished, also if they are taken back later. Default `read_uncommitted`. */
  readonly isolation?: Isolation
  /** Hears of records that can not be read and are passed over. */
  readonly onSetAside?: (message: string, poison: Poison) => void
  /** Hears of every try that failed and will be repeated. */
  readonly onRetry?: (message: string, attempt: number) => void
  /** Ends all waiting for a cluster that does not answer. */
  readonly signal?: AbortSignal
}

/** How long a topic's leaders are believed without asking; errors ask at once. */
const METADATA_MAX_AGE_MS = 30_000

export function clientOptions({ brokers, sasl, tls, clientId }: KafkaBusOptions): BaseOptions {
  return {
    clientId,
    bootstrapBrokers: brokers,
    metadataMaxAge: METADATA_MAX_AGE_MS,
    autocreateTopics: false,
    ...(sasl && { sasl }),
    ...(tls && { tls, tlsServerName: !brokers.every(isAddress) }),
  }
}

/** TLS allows no server name that is an address. */
function isAddress(broker: string): boolean {
  return /^(\d+\.){3}\d+(:\d+)?$/.test(broker) || broker.startsWith('[')
}
