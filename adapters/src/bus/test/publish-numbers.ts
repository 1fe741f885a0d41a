/** Publishes 0, 1, 2 ... to the bus in the given file and prints each number once it is acknowledged, until killed. */
import { localBus } from '../local.ts'

const bus = localBus({ path: process.argv[2] })
await bus.createTopic('numbers', { partitions: 1 })

let number = await count()
for (;;) {
  const batch = Array.from({ length: 10 }, () => number++)
  await Promise.all(batch.map(publish))
}

async function publish(value: number): Promise<void> {
  await bus.publish('numbers', [{ value: new TextEncoder().encode(`${value}`) }])
  process.stdout.write(`${value}\n`)
}

async function count(): Promise<number> {
  const subscription = await bus.subscribe('numbers', { group: 'count', from: 'latest' })
  for await (const { assigned } of subscription) {
    await subscription.close()
    return assigned!.offset
  }
  return 0
}
