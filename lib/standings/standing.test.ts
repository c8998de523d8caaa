import { expect, test } from 'vitest'
import { defaultEvent } from '../record/event.ts'
import { entryResult } from '../scoring/entry-result.ts'
import { isRowOf, type Standing, standingOf } from './standing.ts'

const result = entryResult({ driver_name: 'Ann', class: 'SS', runs: ['40.0'] }, defaultEvent('Test'))
const position = { place: 2, shared: false }

/** New objects in each call, positions included. */
function standing(): Standing {
  const positions = { class_position: { ...position }, pax_position: { ...position }, raw_position: { ...position } }
  const others = {
    class_code: 'SS',
    gap_to_first: 100,
    gap_to_next: 100,
    fewer_than_first: 1,
    trophy: true,
    runs_left: 3,
  }
  return standingOf(result, { ...others, ...positions })
}

test('a row is up to date for its own result and an equal placement, even in new objects', () => {
  expect(isRowOf(standing(), result, standing())).toBe(true)
})

test.each<Partial<Standing>>([
  { driver: { ...result.driver } },
  { class_code: 'AS' },
  { class_position: { place: 3, shared: false } },
  { class_position: { place: 2, shared: true } },
  { class_position: undefined },
  { pax_position: { place: 3, shared: false } },
  { raw_position: { place: 3, shared: false } },
  { gap_to_first: 101 },
  { gap_to_next: 101 },
  { fewer_than_first: 0 },
  { trophy: false },
  { runs_left: 2 },
])('a row is out of date for a standing that differs in %o', (changed) => {
  const after = { ...standing(), ...changed }
  expect(isRowOf(standing(), after, after)).toBe(false)
  expect(standingOf(after, after)).toEqual(after)
})
