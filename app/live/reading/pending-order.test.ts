import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepsVisibleRows, pendingOrder, type Section } from './pending-order.ts'

interface Row {
  readonly name: string
  readonly time: number
}

const keyOf = ({ name }: Row) => name
const names = ({ sections }: { readonly sections: readonly Section<Row>[] }) =>
  sections.map(({ key, rows }) => [key, rows.map(keyOf)])

const section = (key: string, text: string, time = 0): Section<Row> => ({
  key,
  rows: [...text].map((name) => ({ name, time })),
})

/** Two classes of the same dozen people, some of whom are in neither. */
const lists = fc
  .shuffledSubarray([...'abcdefghijkl'], { minLength: 0 })
  .chain((all) =>
    fc
      .tuple(fc.nat(all.length), fc.nat())
      .map(([cut, time]): readonly Section<Row>[] => [
        section('SS', all.slice(0, cut).join(''), time),
        section('STR', all.slice(cut).join(''), time),
      ]),
  )

test('the order that is shown never changes while it is held, and every row says the newest or is marked as gone', () => {
  fc.assert(
    fc.property(lists, fc.array(lists, { minLength: 1 }), (shown, updates) => {
      let held = { sections: shown }
      for (const newest of updates) {
        const next = pendingOrder(shown, newest, keyOf)
        expect(names(next)).toEqual(names({ sections: shown }))
        const rows = new Map(newest.flatMap((one) => one.rows.map((row) => [row.name, row])))
        for (const row of next.sections.flatMap((one) => one.rows)) {
          expect(next.gone.has(row.name)).toBe(!rows.has(row.name))
          if (rows.has(row.name)) expect(row).toBe(rows.get(row.name))
        }
        held = next
      }
      expect(names(held)).toEqual(names({ sections: shown }))
    }),
  )
})

test('nothing waits exactly when the newest order is shown, and then it is the newest list itself', () => {
  fc.assert(
    fc.property(lists, lists, (shown, newest) => {
      const held = pendingOrder(shown, newest, keyOf)
      const same = JSON.stringify(names({ sections: shown })) === JSON.stringify(names({ sections: newest }))
      expect(held.waiting === 0).toBe(same)
      if (same) expect(held.sections).toBe(newest)
    }),
  )
})

test('what waits is at most everybody, and at least who came, left or changed class', () => {
  fc.assert(
    fc.property(lists, lists, (shown, newest) => {
      const classOf = (list: readonly Section<Row>[]) =>
        new Map(list.flatMap(({ key, rows }) => rows.map(({ name }) => [name, key])))
      const [before, after] = [classOf(shown), classOf(newest)]
      const everybody = new Set([...before.keys(), ...after.keys()])
      const elsewhere = [...everybody].filter((name) => before.get(name) !== after.get(name))
      const { waiting } = pendingOrder(shown, newest, keyOf)
      expect(waiting).toBeGreaterThanOrEqual(elsewhere.length)
      expect(waiting).toBeLessThanOrEqual(everybody.size)
    }),
  )
})

test.each([
  ['abcdef', 'fabcde', 1],
  ['abcdef', 'bcdefa', 1],
  ['abcdef', 'badcfe', 3],
  ['abcdef', 'abcdefg', 1],
  ['abcdef', 'bcdef', 1],
  ['abcdef', 'gbcdef', 2],
  ['abcdef', 'abcdef', 0],
])('from %s to %s, %i moved, came or left', (shown, newest, moved) => {
  expect(pendingOrder([section('SS', shown)], [section('SS', newest)], keyOf).waiting).toBe(moved)
})

test.each([
  ['what happens above moves nothing in sight', 'abcdefgh', 'badcefgh', 'efg', true],
  ['nor does what happens below', 'abcdefgh', 'abcdefhg', 'bcd', true],
  ['nor does somebody new above', 'abcdefgh', 'xabcdefgh', 'efg', true],
  ['two in sight that change places do', 'abcdefgh', 'abcdfegh', 'efg', false],
  ['and so does somebody who comes between them', 'abcdefgh', 'abcdexfgh', 'efg', false],
  ['and who leaves', 'abcdefgh', 'abcdegh', 'efg', false],
  ['where nothing is in sight nothing moves', 'abcdefgh', 'hgfedcba', '', true],
])('%s', (_, shown, newest, inSight, kept) => {
  expect(keepsVisibleRows([section('SS', newest)], [...inSight], [section('SS', shown)], keyOf)).toBe(kept)
})

test('who changes class in sight moves, though the order of everybody is the same', () => {
  const shown = [section('SS', 'abc'), section('STR', 'def')]
  const newest = [section('SS', 'abcd'), section('STR', 'ef')]
  expect(keepsVisibleRows(newest, ['b', 'c', 'd'], shown, keyOf)).toBe(false)
})
