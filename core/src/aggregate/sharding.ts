/**
 * One message of an observer in parts, one for each shard of detection: what is told of services goes to the shard that
 * has them. Deeds and sessions go through several services, and are few beside lines: they all go to the first. What
 * all shards must agree on, they are all told: how far time has come, which windows there are lines in, and when each
 * shape was first seen, by which each of them mines all templates alike.
 */
import { partitionOf } from '../partitioner.ts'
import type { CountObservation, ObservationMessage, Shard } from '../wire/observations.ts'

/** Names whose shard is remembered. */
const MOST_NAMES = 50_000

/** Gives a function that splits what one observer tells. */
export function sharding(shards: number): (whole: ObservationMessage) => ObservationMessage[] {
  if (shards === 1) return (whole) => [whole]
  const shardOf = shardsOfNames(shards)
  const firsts = firstWindows()
  return (whole) => split({ ...whole, windows: windowsOf(whole.counts), firsts: firsts(whole.counts) }, shards, shardOf)
}

/** Gives a function that keeps what is of one shard, whoever is told: others may have split it for another number. */
export function ofShard({ index, of }: Shard): (message: ObservationMessage) => ObservationMessage {
  const shardOf = shardsOfNames(of)
  return (message) => ((message.shard?.of ?? 1) === of ? message : split(message, of, shardOf)[index])
}

/** Gives a function that tells the shard of a service, as the store does. */
export function shardsOfNames(shards: number): (service: string) => number {
  const known = new Map<string, number>()
  return (service) => {
    let shard = known.get(service)
    if (shard === undefined) {
      shard = partitionOf(service, shards)
      if (known.size < MOST_NAMES) known.set(service, shard)
    }
    return shard
  }
}

function split(whole: ObservationMessage, of: number, shardOf: (service: string) => number): ObservationMessage[] {
  const byShard = <Told extends { readonly service: string }>(all: readonly Told[]) =>
    Map.groupBy(all, ({ service }) => shardOf(service))
  const counts = byShard(whole.counts)
  const seconds = byShard(whole.seconds ?? [])
  const hosts = byShard(whole.hosts ?? [])
  const numbers = byShard(whole.numbers ?? [])
  return Array.from({ length: of }, (_, index) => ({
    ...whole,
    shard: { index, of },
    counts: counts.get(index) ?? [],
    seconds: seconds.get(index) ?? [],
    hosts: hosts.get(index) ?? [],
    numbers: numbers.get(index) ?? [],
    security: index === 0 ? whole.security : [],
    sessions: index === 0 ? whole.sessions : [],
  }))
}

/** Counts come in order of time. */
function windowsOf(counts: readonly CountObservation[]): number[] {
  return [...new Set(counts.map(({ window }) => window))]
}

/** Gives a function that tells of each shape the first window it is in, and of earlier ones that come later. */
function firstWindows(): (counts: readonly CountObservation[]) => [shape: string, window: number][] {
  const told = new Map<string, number>()
  return (counts) =>
    counts.flatMap(({ shape, window }) => {
      if (window >= (told.get(shape) ?? Number.POSITIVE_INFINITY)) return []
      told.set(shape, window)
      return [[shape, window]]
    })
}
