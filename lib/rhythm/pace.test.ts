import { expect, test } from 'vitest'
import type { News } from '../day/news.ts'
import { paceOf } from './pace.ts'

const snapshot = { total: undefined, position: undefined }

/** News of runs at these seconds of a day, in order. */
function runsAt(...seconds: readonly number[]): News[] {
  return seconds
    .map((second, version): News => {
      const run = { course: 0, run: 0, text_before: '', text: '40', before: snapshot, after: snapshot }
      return { version, at: second * 1000, driver_name: 'Ann', kind: 'run', ...run }
    })
    .toReversed()
}

test.each<[condition: string, seconds: number[], pace: number | undefined]>([
  ['finishes 30 s apart', [0, 30, 60, 90, 120], 30_000],
  ['a lunch break between them', [0, 30, 60, 5000, 5030, 5060], 30_000],
  ['saves of two runs each minute', [0, 60, 60, 120, 120, 180, 180], 30_000],
  ['a first save of many runs', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 60, 90, 120], 30_000],
  ['a save of many runs in between', [0, 40, 80, 120, 160, ...Array(20).fill(161), 201], 40_000],
  ['a slower heat before', [0, 90, 180, 270, ...Array.from({ length: 13 }, (_, index) => 300 + 30 * index)], 30_000],
  ['only four finishes', [0, 30, 60, 90], undefined],
  ['finishes 11 min apart', [0, 660, 1320, 1980, 2640], undefined],
  ['none', [], undefined],
])('given %s, then the pace is as the last finishes have it', (_, seconds, pace) => {
  expect(paceOf(runsAt(...seconds))).toBe(pace)
})

test('given corrections between the finishes, then they do not count', () => {
  const news = runsAt(0, 30, 60, 90, 120)
  const corrected = news.flatMap((one) => [{ ...one, kind: 'correction' as const, at: one.at + 5000 }, one])
  expect(paceOf(corrected)).toBe(30_000)
})
