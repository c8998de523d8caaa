import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { classWindow } from './class-window.ts'

const entries = [...'ABCDEFGH'].map((name, index): TestEntry => [name, 'SS', index < 7 ? [`4${index}.0`] : []])
const { all, of } = testStandings(entries)
const around = (name: string) =>
  classWindow(all.raw, of(name))
    .map(({ driver }) => driver.driver_name)
    .join('')

test.each([
  ['A', 'ABC'],
  ['C', 'ABCD'],
  ['F', 'ABCEFG'],
  ['G', 'ABCFG'],
  ['H', 'ABC'],
])('the class window around %s has the entries %s', (name, shown) => {
  expect(around(name)).toBe(shown)
})
