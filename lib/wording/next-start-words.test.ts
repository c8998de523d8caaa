import { expect, test } from 'vitest'
import type { NextStart } from '../rhythm/next-start.ts'
import { briefNextStart, nextStartWords } from './next-start-words.ts'

const inCars = (ahead: number, at?: number, as_of?: number): NextStart => ({ kind: 'cars', ahead, at, as_of })
const clock = (at: number) => `16:${at}`

test.each<[start: NextStart, long: string, brief: string]>([
  [inCars(0), 'next', 'next'],
  [inCars(1, 52), 'in 1 car (≈ 16:52)', 'in 1 car'],
  [inCars(6, 52), 'in about 6 cars (≈ 16:52)', 'in 6 cars'],
  [inCars(6), 'in about 6 cars', 'in 6 cars'],
  [inCars(6, undefined, 38), 'in about 6 cars as of 16:38', 'as of 16:38'],
  [{ kind: 'heat', heat: '3', on: '2' }, 'heat 2 is on, drives in heat 3', 'in heat 3'],
  [{ kind: 'heat', heat: 'Group B', on: 'Group A' }, 'Group A is on, drives in Group B', 'in Group B'],
  [{ kind: 'heat', heat: '3', on: undefined }, 'drives in heat 3', 'in heat 3'],
])('given the next start %j, then the words are "%s", and "%s" in a short line', (start, long, brief) => {
  expect([nextStartWords(start, clock), briefNextStart(start, clock)]).toEqual([long, brief])
})

test('given no time zone of the reader, as on the server, then no time is said', () => {
  const nowhere = () => ''
  expect(nextStartWords(inCars(6, 52), nowhere)).toBe('in about 6 cars')
  expect(nextStartWords(inCars(6, undefined, 38), nowhere)).toBe('in about 6 cars')
  expect(briefNextStart(inCars(6, undefined, 38), nowhere)).toBe('')
})
