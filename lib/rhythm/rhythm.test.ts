import { describe, expect, test } from 'vitest'
import { carsInOrder, drivenDay } from './driven-day.fixture.ts'

const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`)

function drivenUpTo(last: number, day = drivenDay(carsInOrder(10))) {
  for (const name of names(1, last)) day.drive(name)
  return day
}

describe('the cars ahead of an entry', () => {
  test('given no run, then they are those before it in the order of the first heat, without a time', () => {
    const day = drivenDay([...carsInOrder(5, { heat: '2' }), { driver_name: 'Late', heat: '10', run_order: 1 }])
    expect(day.next('4')).toEqual({ kind: 'cars', ahead: 3, at: undefined, as_of: undefined })
    expect(day.next('Late')).toEqual({ kind: 'heat', heat: '10', on: undefined })
  })

  test('given cars that keep to the order, then they are those between the last car and the entry', () => {
    const day = drivenUpTo(4)
    expect(names(5, 10).map((name) => day.ahead(name))).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('given a known number of runs, then an entry that has driven waits for the rest of the round', () => {
    const day = drivenUpTo(4)
    expect([day.ahead('1'), day.ahead('4')]).toEqual([6, 9])
  })

  test('given no number of runs, then nothing is said of an entry that has driven', () => {
    const day = drivenUpTo(4, drivenDay(carsInOrder(10), { runs_per_entry: undefined }))
    expect([day.ahead('1'), day.ahead('5')]).toEqual([undefined, 0])
  })

  test('given the last round, then nothing is said of an entry that has driven', () => {
    const day = drivenUpTo(4, drivenDay(carsInOrder(10), { runs_per_entry: 1 }))
    expect([day.ahead('4'), day.ahead('5')]).toEqual([undefined, 0])
  })

  test('given one car that passes another, then the other one may still come', () => {
    const day = drivenUpTo(4)
    day.drive('6')
    expect([day.ahead('5'), day.ahead('7')]).toEqual([0, 1])
  })

  test('given a car that has driven a run of the next round, then nothing is said of it', () => {
    const day = drivenUpTo(3)
    day.drive('3')
    day.drive('4')
    expect([day.ahead('3'), day.ahead('1'), day.ahead('4')]).toEqual([undefined, 6, 8])
  })

  test('given a car that was skipped, then it is no longer ahead once two others have driven', () => {
    const day = drivenUpTo(4)
    day.drive('6')
    day.drive('7')
    expect([day.ahead('5'), day.ahead('8'), day.ahead('10')]).toEqual([undefined, 0, 2])
  })

  test('given a car out of turn, then the order holds for the others', () => {
    const day = drivenUpTo(4)
    day.drive('9')
    expect([day.ahead('5'), day.ahead('8'), day.ahead('10')]).toEqual([0, 3, 4])
  })

  test('given a car with a rerun to come, then nothing is said of it, and the others stay as they are', () => {
    const day = drivenUpTo(3)
    day.drive(['4', '39.9+RRN'])
    day.drive('5')
    expect([day.ahead('4'), day.ahead('6'), day.ahead('10')]).toEqual([undefined, 0, 4])
    day.drive('4')
    expect([day.ahead('6'), day.ahead('10')]).toEqual([0, 4])
  })

  test('given two drivers with the number of one car, then either may drive first', () => {
    const cars = carsInOrder(8).map((car) => (car.driver_name === '6' ? { ...car, run_order: 5 } : car))
    const [day, other] = [drivenUpTo(4, drivenDay(cars)), drivenUpTo(4, drivenDay(cars))]
    expect([day.ahead('5'), day.ahead('6')]).toEqual([0, 1])
    day.drive('5')
    other.drive('6')
    expect([day.ahead('6'), day.ahead('7')]).toEqual([0, 1])
    expect([other.ahead('5'), other.ahead('7')]).toEqual([0, 1])
  })

  test('given several runs in one save, then their order in it does not matter', () => {
    const day = drivenUpTo(3)
    day.drive('6', '4', '5')
    expect([day.ahead('7'), day.ahead('10')]).toEqual([0, 3])
  })

  test('given a withdrawn entry, then it is ahead of nobody', () => {
    const cars = carsInOrder(8).map((car) => (car.driver_name === '6' ? { ...car, status: 'WD' } : car))
    const day = drivenUpTo(4, drivenDay(cars))
    expect([day.ahead('6'), day.ahead('7')]).toEqual([undefined, 1])
  })

  test.each([
    ['the cars drive in another order', ['7', '2', '10', '4', '1', '8']],
    ['the cars drive backwards', ['10', '9', '8', '7']],
    ['one car drives all its runs first', ['1', '1', '1', '2', '2', '2']],
    ['a third of the cars was left out', ['1', '2', '3', '8', '9', '10']],
    ['the first car is not the first of the order', ['6']],
  ])('given that %s, then nothing is said', (_, driven) => {
    const day = drivenDay(carsInOrder(10))
    for (const name of driven) day.drive(name)
    expect(day.rhythm()?.ahead.size ?? 0).toBe(0)
  })

  test('given another order in which all have driven, then nothing is said of the next round', () => {
    const day = drivenDay(carsInOrder(10))
    for (const name of ['7', '2', '10', '4', '1', '8', '3', '6', '9', '5']) day.drive(name)
    expect(day.rhythm()?.ahead.size).toBe(0)
  })

  test('given records without an order, or without one for the last car, then nothing is said', () => {
    const [none, some] = [carsInOrder(4, { run_order: undefined }), carsInOrder(4)]
    expect(drivenUpTo(2, drivenDay(none)).rhythm()).toBeUndefined()
    expect(drivenUpTo(2, drivenDay([...some.slice(0, 1), ...none.slice(1)])).rhythm()).toBeUndefined()
  })

  test('given a final event, or runs without news, then nothing is said', () => {
    expect(drivenUpTo(4, drivenDay(carsInOrder(10), { state: 'final' })).rhythm()).toBeUndefined()
    expect(drivenDay(carsInOrder(10, { runs: ['40'] })).rhythm()).toBeUndefined()
  })
})

describe('the time of the next start', () => {
  test('given five finishes 30 s apart, then it is as many paces after the last one', () => {
    const day = drivenUpTo(5)
    expect(day.next('10')).toEqual({ kind: 'cars', ahead: 4, at: day.now() + 120_000, as_of: undefined })
  })

  test('given few finishes, then there is none', () => {
    expect(drivenUpTo(4).next('10')).toMatchObject({ ahead: 5, at: undefined, as_of: undefined })
  })

  test('given a car that takes long, then a time that has passed is not said', () => {
    const day = drivenUpTo(5)
    day.wait(60_000)
    expect(day.next('7')).toMatchObject({ ahead: 1, at: undefined, as_of: undefined })
    expect(day.next('10')).toMatchObject({ ahead: 4, at: day.now() + 60_000 })
  })

  test('given nobody who finishes for more than 5 min, then the number is as of the last finish', () => {
    const day = drivenUpTo(5)
    const last = day.now()
    day.wait(5 * 60_000)
    expect(day.next('10')).toMatchObject({ as_of: undefined })
    day.wait(1)
    expect(day.next('10')).toEqual({ kind: 'cars', ahead: 4, at: undefined, as_of: last })
  })
})

describe('an entry of another heat', () => {
  const heats = () => [
    ...carsInOrder(4, { heat: '1' }),
    ...['a', 'b'].map((driver_name) => ({ driver_name, class: 'SS', heat: '2', run_order: 1 })),
  ]

  test('given a heat that has not begun, then its entries drive in it', () => {
    expect(drivenUpTo(2, drivenDay(heats())).next('a')).toEqual({ kind: 'heat', heat: '2', on: '1' })
  })

  test('given a heat that was on before, then nothing is said of its entries', () => {
    const day = drivenUpTo(2, drivenDay(heats()))
    day.drive('a')
    expect([day.next('1'), day.next('4')]).toEqual([undefined, undefined])
    expect(day.ahead('b')).toBe(0)
  })

  test('given an unknown order, then the heat of an entry is known all the same', () => {
    const day = drivenUpTo(2, drivenDay(heats().map((car) => ({ ...car, run_order: undefined }))))
    expect(day.next('a')).toEqual({ kind: 'heat', heat: '2', on: '1' })
    expect(day.next('4')).toBeUndefined()
  })
})
