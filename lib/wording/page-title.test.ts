import { expect, test } from 'vitest'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { pageTitle } from './page-title.ts'

const event = defaultEvent('Points Autocross 4')
const all = standingsOf(
  [
    { driver_name: 'Sylvia', class: 'STR', runs: ['41.000'] },
    { driver_name: 'Ian O’Malley (STR 44)', display_name: 'Ian O’Malley', class: 'STR', runs: ['42.000'] },
    { driver_name: 'Nobody Ranyet', class: 'SS', runs: [] },
    { driver_name: 'Somebody', runs: [] },
  ],
  event,
)

test.each([
  ['', 'Points Autocross 4 · Paddock'],
  ['Ian O’Malley (STR 44)', 'Ian O’Malley · 2nd STR · Points Autocross 4'],
  ['Nobody Ranyet', 'Nobody Ranyet · SS · Points Autocross 4'],
  ['Somebody', 'Somebody · Points Autocross 4'],
])('with the sheet of "%s" open, the title is "%s"', (name, title) => {
  expect(pageTitle(event, all.by_name.get(name))).toBe(title)
})
