import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../../../../lib/record/driver.ts'
import { uniqueNames } from './unique-names.ts'

const entry = (driver_name: string, classCode: string, number: string, more: Partial<Driver> = {}): Driver =>
  ({ driver_name, class: classCode, number, ...more }) as Driver

const namesOf = (drivers: readonly Driver[]) =>
  uniqueNames(drivers)
    .drivers.map((driver) => driver.driver_name)
    .sort()

describe('unique names', () => {
  test('a name that is entered once is unchanged', () => {
    expect(uniqueNames([entry('Joan', 'SS', '4')])).toEqual({ drivers: [entry('Joan', 'SS', '4')], warnings: [] })
  })

  test('a repeated name gets class and number in all its entries, and stays as the name to show', () => {
    const { drivers, warnings } = uniqueNames([entry('Joan', 'SS', '4'), entry('Joan', 'X', '4')])
    expect(drivers.map(({ driver_name, display_name }) => [driver_name, display_name])).toEqual([
      ['Joan (SS 4)', 'Joan'],
      ['Joan (X 4)', 'Joan'],
    ])
    expect(warnings.map(({ code }) => code)).toEqual(['repeated_name'])
  })

  test('with repeated class and number, entries are distinguished by car, whatever their order and runs', () => {
    const miata = entry('Joan', 'SS', '4', { car: 'Miata', runs: ['40.1'] })
    const civic = entry('Joan', 'SS', '4', { car: 'Civic' })
    const keyOf = (list: readonly Driver[], car: string) =>
      uniqueNames(list).drivers.find((driver) => driver.car === car)?.driver_name
    expect(keyOf([miata, civic], 'Civic')).toBe('Joan (SS 4)')
    expect(keyOf([civic, miata], 'Civic')).toBe('Joan (SS 4)')
    expect(keyOf([civic, { ...miata, runs: [] }], 'Miata')).toBe('Joan (SS 4) #2')
  })

  test('of entries without a difference, the one with most runs is kept, with a warning', () => {
    const none = entry('Joan', 'SS', '4')
    const some = entry('Joan', 'SS', '4', { runs: ['40.1', '39.9'] })
    const { drivers, warnings } = uniqueNames([none, some])
    expect(drivers).toEqual([{ ...some, driver_name: 'Joan (SS 4)', display_name: 'Joan' }])
    expect(warnings.map(({ code }) => code)).toEqual(['repeated_name', 'ambiguous_entry'])
  })

  test('of entries without a difference, the same one is kept whatever their order', () => {
    const withRuns = (...runs: string[]) => entry('Joan', 'SS', '4', { runs })
    const kept = (...list: Driver[]) => uniqueNames(list).drivers.map(({ runs }) => runs)
    const [few, many, asMany] = [withRuns('39.0', ''), withRuns('40.1', '41.1'), withRuns('40.2', '38.0')]
    for (const list of [
      [few, many],
      [many, few],
    ])
      expect(kept(...list)).toEqual([many.runs])
    expect(kept(many, asMany)).toEqual(kept(asMany, many))
  })

  test('given entries without a name under one class and number, then their keys have a number and no second class', () => {
    const nobody = (car: string) => entry('(G 2)', 'G', '2', { display_name: 'no name', car })
    expect(namesOf([nobody('Miata'), nobody('Civic')])).toEqual(['(G 2)', '(G 2) #2'])
  })

  test('the list keeps the order of the file', () => {
    const list = [entry('Joan', 'SS', '4'), entry('Ann', 'SS', '5'), entry('Joan', 'X', '4'), entry('Bob', 'X', '1')]
    const names = uniqueNames(list).drivers.map(({ driver_name }) => driver_name)
    expect(names).toEqual(['Joan (SS 4)', 'Ann', 'Joan (X 4)', 'Bob'])
  })

  test('a real name that equals a generated key gets a key of its own', () => {
    expect(namesOf([entry('Joan (SS 4)', 'A', '9'), entry('Joan', 'SS', '4'), entry('Joan', 'X', '4')])).toEqual([
      'Joan (SS 4)',
      'Joan (SS 4) (A 9)',
      'Joan (X 4)',
    ])
  })

  test('keys are unique, and the same for every order of the list', () => {
    const few = (...values: string[]) => fc.constantFrom(...values)
    const drivers = fc.array(
      fc.record({
        driver_name: few('A', 'B', '__proto__', 'A (S 1)', 'A (S 1) #2'),
        class: few('S', 'X', ''),
        number: few('1', '2', ''),
        car: few('Miata', 'Civic'),
        runs: fc.array(few('40.1', ''), { maxLength: 2 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        drivers.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const keys = namesOf(list)
          expect(new Set(keys).size).toBe(keys.length)
          expect(namesOf(shuffled)).toEqual(keys)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
