import { liveFeedContract } from '../../../core/contracts/live-feed.ts'
import { memoryFeed } from './memory.ts'

liveFeedContract('memory feed', () => {
  const feed = memoryFeed()
  return {
    feed,
    heard: () => feed.events,
    addBroken() {
      feed
        .first(() => {
          throw new Error('broken listener')
        })
        .catch(() => {})
    },
  }
})
