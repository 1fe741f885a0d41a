import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { NumberTable } from './number-table.ts'

const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }))
const deed = fc.record({ key, value: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }) })

describe('NumberTable', () => {
  it('is as a map', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 2000, size: 'max' }), (deeds) => {
        const table = new NumberTable()
        const map = new Map<number, number>()
        for (const { key, value } of deeds) {
          if (value === undefined) {
            table.delete(key)
            map.delete(key)
          } else {
            table.set(key, value)
            map.set(key, value)
          }
        }
        assert.equal(table.size, map.size)
        for (const { key } of deeds) assert.equal(table.get(key), map.get(key))
      }),
    )
  })
})
