import { beforeEach, expect, test } from 'vitest'
import type { Report } from './report.ts'
import { createTruth, type Truth } from './truth.ts'

let truth: Truth
let now = 0

const report = (version: number, content: string, more: Partial<Report> = {}): Report => {
  return { client: 'one', log: 'log', version, content, title: 'T', connection: 'live', divergences: 0, ...more }
}

beforeEach(() => {
  truth = createTruth('empty', () => now)
  for (const content of ['a', 'b', 'c']) truth.wrote(content, 'T')
})

test('reports with the contents of the files in their order are right', () => {
  const right = [report(1, 'a'), report(2, 'b', { client: 'two' }), report(2, 'b'), report(3, 'c'), report(3, 'c')]
  expect(right.map(truth.saw)).toEqual(right.map(() => undefined))
  expect(truth.history()).toEqual([])
  expect(truth.last).toEqual({ content: 'c', title: 'T' })
  expect(truth.counts()).toEqual({ versions: 3, logs: 1, states: 5 })
})

test.each([
  ['a report with a list that was never in the files', [report(1, 'x')]],
  ['a report with a title that was never in the files', [report(1, 'a', { title: 'X' })]],
  ['[P1] a version with two contents', [report(1, 'a'), report(1, 'b', { client: 'two', log: undefined })]],
  ['a version with two titles', [report(1, 'a'), report(1, 'a', { client: 'two', title: 'U' })]],
  ['[P2] a version of two logs', [report(1, 'a'), report(1, 'a', { client: 'two', log: 'other' })]],
  ['a client whose version decreases', [report(2, 'b'), report(1, 'a')]],
  ['[P10] a divergence', [report(1, 'a', { divergences: 1 })]],
])('%s is wrong', (_what, reports) => {
  truth.wrote('c', 'U')
  const faults = reports.map(truth.saw)
  expect(faults).toEqual([...reports.slice(1).map(() => undefined), expect.any(String)])
})

test('the version of a connecting client may decrease, as of a page from a cache', () => {
  truth.saw(report(2, 'b'))
  expect(truth.saw(report(1, 'a', { connection: 'connecting' }))).toBeUndefined()
})

test('a log that returns to an earlier list is found in the history', () => {
  for (const one of [report(3, 'b'), report(4, 'a', { client: 'two' })]) expect(truth.saw(one)).toBeUndefined()
  expect(truth.history()).toHaveLength(1)
})

test('a log may be empty for several versions at its beginning, but not after its first list', () => {
  const logs = [report(10, 'empty'), report(11, 'empty', { title: 'U' }), report(12, 'a', { title: 'U' })]
  truth.wrote('c', 'U')
  expect([report(3, 'c', { log: 'first' }), ...logs].map(truth.saw)).toEqual([1, 2, 3, 4].map(() => undefined))
  expect(truth.history()).toEqual([])
  truth.saw(report(13, 'empty', { title: 'U' }))
  expect(truth.history()).toEqual([expect.stringContaining('version 13')])
})

test('[P2] a new log is right above the end of the one before, and wrong below it', () => {
  const logs = [report(3, 'c'), report(10, 'empty', { log: 'second' }), report(11, 'a', { log: 'second' })]
  for (const one of logs) expect(truth.saw(one)).toBeUndefined()
  expect(truth.history()).toEqual([])
  expect(truth.saw(report(12, 'c', { client: 'two' }))).toBeUndefined()
  expect(truth.history()).toHaveLength(1)
})

test('a version that only a bare client reported belongs to the log of the versions around it', () => {
  const bare = { client: 'bare', log: undefined, connection: 'bare' } as const
  const seen = [report(3, 'c'), report(10, 'empty', bare), report(12, 'a', bare), report(20, 'b', { log: 'third' })]
  for (const one of seen) expect(truth.saw(one)).toBeUndefined()
  expect(truth.history()).toEqual([])
  for (const one of [report(21, 'a', bare), report(22, 'c', { log: 'third' })]) truth.saw(one)
  expect(truth.history()).toEqual([expect.stringContaining('version 21 went back')])
})

test('a version is overtaken at the time of the first report of a higher one', () => {
  now = 5
  truth.saw(report(1, 'a'))
  now = 9
  truth.saw(report(3, 'c'))
  expect([truth.overtakenAt(1), truth.overtakenAt(2), truth.overtakenAt(3)]).toEqual([9, 9, undefined])
})
