import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { classWindow } from './class-window.ts'

const entriesOf = (names: string) =>
  [...names].map((name, index): TestEntry => [name, 'SS', index < names.length - 1 ? [`4${index}.0`] : []])
const around = (names: string, name: string) => {
  const { all, of } = testStandings(entriesOf(names))
  return classWindow(all.raw, of(name))
    .map(({ driver }) => driver.driver_name)
    .join(' ')
}

test('given a class of eight entries, then the announcer sees all of it, also the entry without a time', () => {
  expect(around('ABCDEFGH', 'C')).toBe('A B C D E F G H')
})

test.each([
  ['A', 'A B C'],
  ['C', 'A B C D E'],
  ['F', 'A B C D E F G H'],
  ['H', 'A B C F G H I'],
  ['J', 'A B C'],
])('given a class of ten entries, then the window around %s has the entries %s', (name, shown) => {
  expect(around('ABCDEFGHIJ', name)).toBe(shown)
})
