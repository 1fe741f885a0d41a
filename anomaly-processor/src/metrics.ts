/** What a processor counts of its own work, in the terms of Prometheus. */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { DetectionStats } from '@errorsense/core/detect.ts'
import type { ReadTally } from '@errorsense/core/observe.ts'

export interface ProcessorMetrics {
  /** What became of lines of a partition, once they are written. */
  read(partition: number, tally: ReadTally): void
  /** How detection of a shard stands; its counts begin anew with it. */
  detected(shard: number, stats: DetectionStats): void
  /** What a shard knows beyond history was written down, in so many bytes. */
  remembered(shard: number, bytes: number): void
  /** Somebody else has the shard now. */
  forgot(shard: number): void
  /** Shards of others that are kept ready to be taken over. */
  ready(kept: { readonly shards: number; readonly series: number }): void
  /** A message of observations or findings that nobody could read. */
  setAside(): void
}

export function processorMetrics(registry: Registry): ProcessorMetrics {
  const reading = readingMetrics(registry)
  const { late, evicted, setAside, series, memory, ready } = detectionMetrics(registry)
  const shards = new Map<number, Told>()
  const showSeries = () => series.set([...shards.values()].reduce((sum, one) => sum + one.series, 0))
  return {
    read(partition, { lines, truncated, ahead, behind }) {
      for (const [format, count] of Object.entries(lines)) reading.lines.inc({ format }, count)
      reading.truncated.inc(truncated)
      reading.ahead.inc(ahead)
      reading.behind.set({ partition }, behind)
    },
    detected(shard, stats) {
      const told = shards.get(shard) ?? newlyTold()
      shards.set(shard, told)
      told.series = stats.series
      showSeries()
      late.inc(told.late(stats.late))
      evicted.inc({ of: 'series' }, told.evicted(stats.evicted))
      evicted.inc({ of: 'sessions' }, told.sessions(stats.sessions))
      evicted.inc({ of: 'places' }, told.places(stats.places))
      evicted.inc({ of: 'shapes' }, told.shapes(stats.shapes))
    },
    remembered: (shard, bytes) => memory.set({ shard }, bytes),
    forgot(shard) {
      shards.delete(shard)
      memory.remove({ shard })
      showSeries()
    },
    ready({ shards, series }) {
      ready.shards.set(shards)
      ready.series.set(series)
    },
    setAside: () => setAside.inc(),
  }
}

function readingMetrics(registry: Registry) {
  const registers = [registry]
  return {
    lines: new Counter({
      name: 'errorsense_lines_total',
      help: 'Lines read, by the format of their record; plain: none that is known.',
      labelNames: ['format'],
      registers,
    }),
    truncated: new Counter({
      name: 'errorsense_records_truncated_total',
      help: 'Records cut where they are longer than anybody reads.',
      registers,
    }),
    ahead: new Counter({
      name: 'errorsense_records_ahead_total',
      help: 'Records from a clock ahead of ours, counted under their receipt.',
      registers,
    }),
    behind: new Gauge({
      name: 'errorsense_sources_behind',
      help: 'Sources later than they are waited for, because of their clock or of who ships them.',
      labelNames: ['partition'],
      registers,
    }),
  }
}

function detectionMetrics(registry: Registry) {
  const registers = [registry]
  return {
    series: new Gauge({ name: 'errorsense_series', help: 'Live series of services and templates.', registers }),
    memory: new Gauge({
      name: 'errorsense_memory_bytes',
      help: 'What a shard of detection knows beyond history, as it was written down last.',
      labelNames: ['shard'],
      registers,
    }),
    ready: {
      shards: new Gauge({
        name: 'errorsense_standby_shards',
        help: 'Shards of detection that others have, kept ready to be taken over.',
        registers,
      }),
      series: new Gauge({ name: 'errorsense_standby_series', help: 'Series of those shards.', registers }),
    },
    late: new Counter({
      name: 'errorsense_observations_late_total',
      help: 'Counts that came after their window was judged, and were dropped.',
      registers,
    }),
    evicted: new Counter({
      name: 'errorsense_evicted_total',
      help: 'What was forgotten, or never known, for want of room.',
      labelNames: ['of'],
      registers,
    }),
    setAside: new Counter({
      name: 'errorsense_observations_set_aside_total',
      help: 'Messages of observations and findings that could not be read.',
      registers,
    }),
  }
}

/** What was told of one shard. */
function newlyTold() {
  return { series: 0, late: grown(), evicted: grown(), sessions: grown(), places: grown(), shapes: grown() }
}

type Told = ReturnType<typeof newlyTold>

/** How much a count has grown since it was last told; one that fell has begun anew. */
function grown(): (count: number) => number {
  let last = 0
  return (count) => {
    const growth = count < last ? count : count - last
    last = count
    return growth
  }
}
