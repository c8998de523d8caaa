import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName } from '../record/driver.ts'
import { changedBetween } from './changed-between.ts'
import { createStandings, standingsOf } from './create-standings.ts'
import { day } from './days.fixture.ts'

test('changed rows between two builders are the old and the new row of every name', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [before, after] = [standingsOf(one.first, one.event), standingsOf(other.first, other.event)]
      const names = [...new Set([...byName(one.first).keys(), ...byName(other.first).keys()])]
      const expected = names.map((name) => ({ before: before.by_name.get(name), after: after.by_name.get(name) }))
      const changed = changedBetween(before, after)
      expect(changed).toHaveLength(expected.length)
      expect(new Set(changed)).toEqual(new Set(expected))
    }),
    { numRuns: 50 },
  )
})

test('changed rows between two steps of one builder are those that the step reports', () => {
  fc.assert(
    fc.property(day, ({ event, first, steps }) => {
      const builder = createStandings(event)
      let { standings: before } = builder.apply({ create: [], update: first, destroy: [] })
      for (const changes of steps) {
        const { standings: after, changed } = builder.apply(changes)
        expect(new Set(changedBetween(before, after))).toEqual(new Set(changed))
        before = after
      }
    }),
    { numRuns: 100 },
  )
})
