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

/** Two classes of the same twelve entries; some entries are in neither. */
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

test('a held order never changes, and each row is the newest version or marked as gone', () => {
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

test('no order waits exactly when the shown order is the newest, and then the newest sections are returned', () => {
  fc.assert(
    fc.property(lists, lists, (shown, newest) => {
      const held = pendingOrder(shown, newest, keyOf)
      const same = JSON.stringify(names({ sections: shown })) === JSON.stringify(names({ sections: newest }))
      expect(held.waiting).toBe(!same)
      if (same) expect(held.sections).toBe(newest)
    }),
  )
})

test.each([
  ['do not move when rows above swap positions', 'abcdefgh', 'badcefgh', 'efg', true],
  ['do not move when rows below swap positions', 'abcdefgh', 'abcdefhg', 'bcd', true],
  ['do not move when a row is added above', 'abcdefgh', 'xabcdefgh', 'efg', true],
  ['move when two of them swap positions', 'abcdefgh', 'abcdfegh', 'efg', false],
  ['move when a row is added between them', 'abcdefgh', 'abcdexfgh', 'efg', false],
  ['move when one of them is removed', 'abcdefgh', 'abcdegh', 'efg', false],
  ['do not move when there are none', 'abcdefgh', 'hgfedcba', '', true],
])('visible rows %s', (_, shown, newest, visible, kept) => {
  expect(keepsVisibleRows([section('SS', newest)], [...visible], [section('SS', shown)], keyOf)).toBe(kept)
})

test('visible rows move when one of them changes class, though the order of all rows is the same', () => {
  const shown = [section('SS', 'abc'), section('STR', 'def')]
  const newest = [section('SS', 'abcd'), section('STR', 'ef')]
  expect(keepsVisibleRows(newest, ['b', 'c', 'd'], shown, keyOf)).toBe(false)
})
