/** The program of an observing thread. An exception ends it: what the core throws is a broken invariant. */
import { parentPort, workerData } from 'node:worker_threads'
import { release } from '@errorsense/adapters/bus/release.ts'
import type { ObservingOptions } from './observing.ts'
import { rangeReader } from './range-reader.ts'
import { type Answer, buffersOf, type Call } from './worker-protocol.ts'

const reader = rangeReader(workerData as ObservingOptions)

function answer(value: Answer, parts: readonly Uint8Array[]): void {
  parentPort?.postMessage(value, buffersOf(parts))
}

parentPort?.on('message', (message: Call) => {
  switch (message.call) {
    case 'restore':
      return reader.restore(message.layouts)
    case 'begin':
      return reader.begin(message.partition, message.shards)
    case 'read': {
      const observed = reader.read(message.parts)
      const { logs, observations, messages } = observed
      for (const { chunks } of message.parts) for (const { bytes } of chunks) release(bytes)
      return answer(observed, [...logs.map(({ bytes }) => bytes), observations.bytes, ...messages.flat()])
    }
    case 'idle': {
      const idle = reader.idle(message.range, message.now)
      return answer(idle, idle)
    }
  }
})
