import { expect, test } from 'vitest'
import { type Event, eventSchema } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { eventSummary } from './event-summary.ts'

const event = eventSchema.parse({ title: 'Points Autocross 4', state: 'provisional' }) as Event

test('an event summary has the state, the numbers of entries and classes, and the leaders', () => {
  const drivers = [
    { driver_name: 'Joan', class: 'SS', runs: ['40.341'] },
    { driver_name: 'Wilford', class: 'SS', runs: ['40.516'] },
    { driver_name: 'Ian (STR 9)', display_name: 'Ian', class: 'STR', runs: ['41.053'] },
    { driver_name: 'Nobody Ranyet', class: 'SM', runs: [] },
  ]
  expect(eventSummary(standingsOf(drivers, event))).toBe(
    'Provisional results: 4 entries in 3 classes. SS Joan 40.341 · STR Ian 41.053',
  )
})

test('an event summary is a whole sentence for one entry and for none', () => {
  const one = [{ driver_name: 'Joan', class: 'SS', runs: ['100.341'] }]
  const minutes: Event = { ...event, time_format: 'minutes' }
  expect(eventSummary(standingsOf(one, minutes))).toBe('Provisional results: 1 entry in 1 class. SS Joan 1:40.341')
  expect(eventSummary(standingsOf([], event))).toBe('Provisional results: no entries yet.')
})

test('an event summary of 80 classes has as many whole leaders as fit', () => {
  const many = Array.from({ length: 80 }, (_, index) => ({
    ...{ driver_name: `Driver ${index}`, class: `C${index + 10}`, runs: ['40.000'] },
  }))
  const summary = eventSummary(standingsOf(many, event))
  expect(summary.length).toBeLessThanOrEqual(200)
  expect(summary).toMatch(/^Provisional results: 80 entries in 80 classes\.( ·? ?C\d\d Driver \d+ 40\.000)+$/)
})
