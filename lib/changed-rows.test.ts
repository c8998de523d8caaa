import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedRows } from './changed-rows.ts'
import type { Driver } from './driver.ts'
import { eventSchema } from './event.ts'
import { type Standings, standings } from './standings.ts'

const event = eventSchema.parse({ title: 'Test' })
const record: fc.Arbitrary<Driver> = fc.record({
  driver_name: fc.constantFrom('Ann', 'Bob', 'Cid', 'Dee', 'Eve', '__proto__'),
  class: fc.constantFrom('AS', 'BS'),
  runs: fc.array(fc.constantFrom('40.0', '41.0', '42.0'), { maxLength: 1 }),
})
const list = fc.uniqueArray(record, { selector: ({ driver_name }) => driver_name })
const lists = fc.array(list, { minLength: 2, maxLength: 6 })

/** By names, each looked for among all. */
function expected(before: Standings, after: Standings): string[] {
  const names = new Set([...before.by_name.keys(), ...after.by_name.keys()])
  return [...names].filter((name) => before.by_name.get(name) !== after.by_name.get(name)).sort()
}

function expectChanges(before: Standings, after: Standings): void {
  const changed = changedRows(before, after)
  for (const row of changed) {
    const name = (row.after ?? row.before)?.driver.driver_name ?? ''
    expect(row).toEqual({ before: before.by_name.get(name), after: after.by_name.get(name) })
  }
  expect(changed.map((row) => (row.after ?? row.before)?.driver.driver_name).sort()).toEqual(expected(before, after))
}

test('they are those that differ name by name, whoever came, left, or came back to another seat', () => {
  fc.assert(
    fc.property(lists, (lists) => {
      const all: Standings[] = []
      for (const one of lists) all.push(standings(one, event, all.at(-1)))
      // Between neighbours, from the first to the last, and back.
      for (const [index, after] of all.entries()) {
        for (const before of [all[Math.max(0, index - 1)], all[0], all.at(-1)]) if (before) expectChanges(before, after)
      }
    }),
    { numRuns: 300 },
  )
})

test('standings that were not made one from the other are compared by names', () => {
  fc.assert(
    fc.property(list, list, (one, other) => {
      expectChanges(standings(one, event), standings(other, event))
      expectChanges(standings(one, event), standings(other, { ...event, title: 'Other' }))
    }),
  )
})
