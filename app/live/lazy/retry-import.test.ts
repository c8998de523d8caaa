import { expect, test } from 'vitest'
import { retryImport } from './retry-import.ts'

test('an import that fails is repeated until it succeeds, with pauses that double up to 15 s', async () => {
  const pauses: number[] = []
  let tries = 0
  let failures = 0
  const load = async () => {
    tries += 1
    if (tries <= 6) throw new Error('no network')
    return 'the part'
  }
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds)
  }
  expect(
    await retryImport(load, pause, () => {
      failures += 1
    }),
  ).toBe('the part')
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000])
  expect(failures).toBe(6)
})

test('an import that succeeds is not repeated', async () => {
  let tries = 0
  const load = async () => {
    tries += 1
    return tries
  }
  expect(await retryImport(load)).toBe(1)
})
