import { expect, test } from 'vitest'
import { carsInOrder, drivenDay, type TestCar } from './driven-day.fixture.ts'

/** Heats of two cars each, named by heat and a letter: `1a`, `1b`. */
function heats(...labels: readonly string[]): TestCar[] {
  return labels.flatMap((heat) => ['a', 'b'].map((car) => ({ driver_name: heat + car, class: 'SS', heat })))
}

function progressAfter(cars: readonly TestCar[], driven: readonly string[], settings = {}) {
  const day = drivenDay(cars, { runs_per_entry: 2, ...settings })
  for (const name of driven) day.drive(name)
  return day.rhythm()?.progress
}

test('given numbered heats, then the one of the last car is on, and the next run follows', () => {
  const progress = progressAfter(heats('1', '2', '3'), ['1a', '1b', '1a', '1b', '2b'])
  expect(progress).toEqual({ heat: '2', of: 3, round: 1, driven: 1, entries: 2, next: { kind: 'run', run: 2 } })
})

test('given the last run of a heat, then the next heat without a run follows, 2 before 10', () => {
  const cars = heats('1', '10', '2')
  expect(progressAfter(cars, ['1a', '1b', '1a'])).toMatchObject({ round: 2, driven: 1, next: { heat: '2' } })
  expect(progressAfter(cars, ['1a', '1a', '2a', '2a'])).toMatchObject({ next: { heat: '10' } })
  expect(progressAfter(cars, ['10a', '10a'])).toMatchObject({ heat: '10', next: undefined })
})

test('given no number of runs, then nobody knows what follows', () => {
  expect(progressAfter(heats('1', '2'), ['1a'], { runs_per_entry: undefined })).toMatchObject({ next: undefined })
})

test.each([
  ['letters', ['A', 'B']],
  ['a number that is missing', ['1', '3']],
  ['one heat', ['1']],
])('given %s, then the number of heats is not said', (_, labels) => {
  const [first = ''] = labels
  expect(progressAfter(heats(...labels), [`${first}a`])).toMatchObject({ heat: first, of: undefined })
})

test('given entries without a heat beside those of heats, then they count for none', () => {
  const cars = [...heats('1', '2'), { driver_name: 'Fun' }]
  expect(progressAfter(cars, ['1a'])).toMatchObject({ of: 2, entries: 2 })
})

test('given a rerun, then its car has driven this run, and driving it again does not end the round', () => {
  const day = drivenDay(carsInOrder(3, { heat: '1' }), { runs_per_entry: 2 })
  day.drive(['1', '39.9+RRN'])
  day.drive('2')
  expect(day.rhythm()?.progress).toMatchObject({ round: 1, driven: 2 })
  day.drive('3')
  day.drive('2')
  expect(day.rhythm()?.progress).toMatchObject({ round: 2, driven: 1 })
  day.drive('1')
  expect(day.rhythm()?.progress).toMatchObject({ round: 2, driven: 1 })
})

test('given a disqualified entry, then the heat does not wait for it', () => {
  const cars = heats('1', '2').map((car) => (car.driver_name === '1b' ? { ...car, status: 'DSQ' } : car))
  expect(progressAfter(cars, ['1a'])).toMatchObject({ driven: 1, entries: 1 })
})

test('given no heats, or no run yet, then there is no progress', () => {
  expect(progressAfter(carsInOrder(3), ['1'])).toBeUndefined()
  expect(progressAfter(heats('1', '2'), [])).toBeUndefined()
})

test('given several runs in one save, some of the next round, then the next round is on', () => {
  const day = drivenDay(carsInOrder(3, { heat: '1' }), { runs_per_entry: 2 })
  day.drive('1', '2')
  day.drive('3', '1')
  expect(day.rhythm()?.progress).toMatchObject({ round: 2, driven: 1 })
})
