import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareResults, positionsOf, type Result } from './ranking.ts'
import { nobodyRanked, type SeatedRanking, updateRanking } from './seated-ranking.ts'

interface Entry extends Result {
  readonly seat: number
  readonly driver: { readonly driver_name: string }
}

/** Few times, so that many share a place, in lists that are long enough to be updated one entry at a time. */
const total = fc.constantFrom(40_000, 41_000, 42_000, 43_000, undefined)
const counts = fc.constantFrom(true, true, true, false)
const seats = 60
const change = fc.record({ seat: fc.nat({ max: seats - 1 }), total, counts, gone: fc.constantFrom(false, false, true) })

function entryOf(seat: number, { total, counts }: { total: number | undefined; counts: boolean }): Entry {
  const scores = total === undefined ? [] : [{ completed: 1, time: total, indexed: undefined }]
  return { seat, driver: { driver_name: `Driver ${seat}` }, total, indexed: undefined, completed: 1, counts, scores }
}

function compare(a: Entry, b: Entry): number {
  return compareResults(a, b, 'time') || a.seat - b.seat
}

/** What a ranking says of a list is what sorting and counting it from nothing says. */
function expectRanked(ranking: SeatedRanking<Entry>, list: readonly Entry[], before: SeatedRanking<Entry>): void {
  const entries = [...list].sort(compare)
  const positions = positionsOf(entries, 'time')
  expect(ranking.entries).toEqual(entries)
  expect(ranking.positions).toEqual(positions)
  for (const [index, { seat }] of entries.entries()) expect(ranking.indexes[seat]).toBe(index)
  const { from, until } = ranking.moved
  for (let index = 0; index < entries.length; index += 1) {
    if (index >= from && index < until) continue
    expect(ranking.entries[index]).toBe(before.entries[index])
    expect(ranking.positions[index]).toBe(before.positions[index])
  }
}

test('after any changes a ranking is that of the list read anew, and says where it may differ', () => {
  const start = fc.array(fc.record({ total, counts }), { minLength: seats, maxLength: seats })
  const steps = fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(start, steps, (start, steps) => {
      const list = new Map(start.map((one, seat) => [seat, entryOf(seat, one)]))
      const all = { left: new Set<Entry>(), joined: [...list.values()] }
      let ranking: SeatedRanking<Entry> = updateRanking<Entry>(nobodyRanked, all, 'time', compare)
      expectRanked(ranking, [...list.values()], nobodyRanked)
      for (const changes of steps) {
        const old = new Map(list)
        for (const { seat, gone, ...now } of changes) {
          if (gone) list.delete(seat)
          else list.set(seat, entryOf(seat, now))
        }
        const left = new Set([...old].flatMap(([seat, entry]) => (list.get(seat) === entry ? [] : [entry])))
        const joined = [...list].flatMap(([seat, entry]) => (old.get(seat) === entry ? [] : [entry]))
        const next = updateRanking(ranking, { left, joined }, 'time', compare)
        expectRanked(next, [...list.values()], ranking)
        ranking = next
      }
    }),
    { numRuns: 200 },
  )
})
