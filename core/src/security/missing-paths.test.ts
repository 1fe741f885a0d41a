import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingPaths, type Missed } from './missing-paths.ts'

/** What the last of so many addresses is told when each misses the path once. */
function afterParties(parties: number, path: string): Missed {
  const missing = missingPaths()
  const seen = Array.from({ length: parties }, (_, i) => {
    const key = `203.0.113.${i}`
    return missing.see({
      at: i,
      deed: 'request',
      party: { key, addresses: new Set(), successes: new Map() },
      user: undefined,
      weight: 1,
      known: false,
      event: {
        time: i,
        kind: 'request',
        service: 'web',
        count: 1,
        shape: 's',
        sample: '',
        path,
        status: 404,
        method: 'GET',
      },
    })
  })
  return seen[seen.length - 1]
}

test('a page that several addresses miss is a broken link', () => {
  assert.equal(afterParties(3, '/about').weight, 1)
  assert.equal(afterParties(8, '/about').weight, 0)
})

test('a file that nobody links to stays a search, however many search for it', () => {
  const found = afterParties(8, '/.env')
  assert.ok(found.weight > 0)
  assert.equal(found.isNeutral, false)
})
