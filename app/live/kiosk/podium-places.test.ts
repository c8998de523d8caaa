import { expect, test } from 'vitest'
import { type TestEntry, testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { belowPodium, podiumPlaces } from './podium-places.ts'

/** `1 Ann` of each place, with `?` where it is not shown, of entries with these times. */
function podium(shown: number, ...times: string[]): string[] {
  const entries = times.map((time, index): TestEntry => [`${'ABCDE'[index]}`, 'SS', [time]])
  const [group] = testStandings(entries).all.classes
  if (!group) return []
  return podiumPlaces(group, shown).map(({ place, entries: own, isShown }) => {
    return `${place} ${own.map(({ driver }) => driver.driver_name).join('+')}${isShown ? '' : '?'}`
  })
}

test.each([
  [0, ['1 A?', '2 B?', '3 C?']],
  [1, ['1 A?', '2 B?', '3 C']],
  [2, ['1 A?', '2 B', '3 C']],
  [3, ['1 A', '2 B', '3 C']],
])('given %i places to show, then the third comes first and the others keep an empty frame', (shown, places) => {
  expect(podium(shown, '40.0', '41.0', '42.0', '43.0')).toEqual(places)
})

test.each([
  [
    ['40.0', '40.0', '42.0'],
    ['1 A+B', '3 C'],
  ],
  [
    ['40.0', '41.0', '41.0', '41.0'],
    ['1 A', '2 B+C+D'],
  ],
  [
    ['40.0', '41.0', '42.0', '42.0'],
    ['1 A', '2 B', '3 C+D'],
  ],
  [['40.0', '40.0', '40.0', '43.0'], ['1 A+B+C']],
  [
    ['40.0', '41.0'],
    ['1 A', '2 B'],
  ],
  [['40.0', 'DNF', 'DNS'], ['1 A']],
  [['DNF'], []],
])('given the times %j, then ties share a place, and a place that nobody has has no frame', (times, places) => {
  expect(podium(3, ...times)).toEqual(places)
})

test.each([
  [
    ['40.0', '41.0', '42.0', '43.0', '44.0'],
    ['4 D', '5 E'],
  ],
  [['40.0', '41.0', '42.0', '42.0', '44.0'], ['5 E']],
  [
    ['40.0', '41.0', '42.0', '43.0', '43.0'],
    ['4 D', '4 E'],
  ],
  [['40.0', '41.0', '42.0', 'DNF'], []],
])('given the times %j, then the next two that have a place are below the podium', (times, places) => {
  const entries = times.map((time, index): TestEntry => [`${'ABCDE'[index]}`, 'SS', [time]])
  const [group] = testStandings(entries).all.classes
  const below = group ? belowPodium(group) : []
  expect(below.map(({ driver, class_position }) => `${class_position?.place} ${driver.driver_name}`)).toEqual(places)
})
