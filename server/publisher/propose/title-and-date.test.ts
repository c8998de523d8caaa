import { expect, test } from 'vitest'
import { titleAndDate } from './title-and-date.ts'

test.each([
  ['Two Lakes Club - Event #3 - Sun 06-14-2026', 'Two Lakes Club - Event #3', 'Sun 06-14-2026'],
  ['Slalom 2, 25.04.2026', 'Slalom 2', '25.04.2026'],
  ['Points Event 4 | Sunday, 14 June 2026', 'Points Event 4', 'Sunday, 14 June 2026'],
  ['Points Event 4 2026-06-14', 'Points Event 4', '2026-06-14'],
  ['Solo June 14, 2026', 'Solo', 'June 14, 2026'],
  ['Spring Slalom 2026', 'Spring Slalom 2026', undefined],
  ['Heat 3', 'Heat 3', undefined],
  ['06-14-2026', '06-14-2026', undefined],
])('the title "%s" is "%s", and its date %s', (title, name, date) => {
  expect(titleAndDate(title)).toEqual({ title: name, date })
})

test('no title has no date', () => {
  expect(titleAndDate(undefined)).toEqual({ title: undefined, date: undefined })
})
