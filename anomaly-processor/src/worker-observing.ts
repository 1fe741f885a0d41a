/** Observing in threads of its own: this one only hands lines over and takes what became of them. */
import { Worker } from 'node:worker_threads'
import { ErrorSenseError } from '@errorsense/core/errors.ts'
import type { Observed, Observing, ObservingOptions } from './observing.ts'
import { type Answer, buffersOf, type Call } from './worker-protocol.ts'

export interface WorkerOptions extends ObservingOptions {
  /** Partitions are spread over so many. Default 1. */
  readonly threads?: number
}

export function workerObserving({ threads = 1, ...options }: WorkerOptions = {}): Observing {
  const workers = Array.from({ length: threads }, () => observingThread(options))
  const of = (partition: number) => workers[partition % threads]
  return {
    width: threads,
    restore: (layouts) => workers.forEach((worker) => worker.restore(layouts)),
    begin: (partition, shards) => of(partition).begin(partition, shards),
    read: (parts) => of(parts[0].range.partition).read(parts),
    idle: (range, now) => of(range.partition).idle(range, now),
    failed: Promise.race(workers.map((worker) => worker.failed)),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

function observingThread(options: ObservingOptions): Observing {
  const worker = new Worker(new URL('./observing-thread.ts', import.meta.url), { workerData: options })
  const asked: PromiseWithResolvers<Answer>[] = []
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => undefined)
  let error: ErrorSenseError | undefined
  let closing = false

  worker.on('message', (answer: Answer) => asked.shift()?.resolve(answer))
  worker.on('error', (cause) => fail(`failed: ${cause instanceof Error ? cause.message : String(cause)}`, cause))
  worker.on('exit', (code) => fail(`ended with code ${code}`))

  function fail(what: string, cause?: unknown): void {
    if (closing) return
    error ??= new ErrorSenseError('internal', `The thread that reads the lines ${what}.`, { cause })
    failure.reject(error)
    for (const { reject } of asked.splice(0)) reject(error)
  }

  function tell(call: Call, transferred: ArrayBuffer[] = []): void {
    worker.postMessage(call, transferred)
  }

  async function ask<A extends Answer>(call: Call, transferred?: ArrayBuffer[]): Promise<A> {
    if (error) throw error
    const answer = Promise.withResolvers<Answer>()
    asked.push(answer)
    tell(call, transferred)
    return (await answer.promise) as A
  }

  return {
    width: 1,
    restore: (layouts) => tell({ call: 'restore', layouts }),
    begin: (partition, shards) => tell({ call: 'begin', partition, shards }),
    read(parts) {
      const bytes = parts.flatMap(({ chunks }) => chunks.map((chunk) => chunk.bytes))
      return ask<Observed>({ call: 'read', parts }, buffersOf(bytes))
    },
    idle: (range, now) => ask<readonly Uint8Array[]>({ call: 'idle', range, now }),
    failed: failure.promise,
    async close() {
      closing = true
      await worker.terminate()
    },
  }
}
