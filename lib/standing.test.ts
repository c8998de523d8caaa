import { expect, test } from 'vitest'
import { entryResult } from './entry-result.ts'
import { defaultEvent } from './event.ts'
import { keepList, keepStanding, type Standing, standingOf } from './standing.ts'

const result = entryResult({ driver_name: 'Ann', class: 'SS', runs: ['40.0'] }, defaultEvent('Test'))
const position = { place: 2, shared: false }

/** Made anew each time, positions too, as a new list makes it. */
function standing(): Standing {
  const positions = { class_position: { ...position }, pax_position: { ...position }, raw_position: { ...position } }
  const place = { class_code: 'SS', gap_to_first: 100, gap_to_next: 100, trophy: true, runs_left: 3 }
  return standingOf(result, { ...place, ...positions }, { ...place, ...positions })
}

test('a standing that says the same as before is the one before', () => {
  const before = standing()
  expect(keepStanding(before, standing(), standing(), standing())).toBe(before)
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
  { trophy: false },
  { runs_left: 2 },
])('a standing with another %o is new', (changed) => {
  const after = { ...standing(), ...changed }
  const before = standing()
  expect(keepStanding(before, after, after, after)).not.toBe(before)
  expect(keepStanding(before, after, after, after)).toEqual(after)
  expect(keepStanding(undefined, after, after, after)).toEqual(after)
})

test('a list of the very same is the one before', () => {
  const [a, b] = [standing(), standing()]
  const before = [a, b]
  expect(keepList(before, [a, b])).toBe(before)
  for (const after of [[a], [b, a], [a, b, a], []]) expect(keepList(before, after)).toBe(after)
  expect(keepList(undefined, before)).toBe(before)
})
