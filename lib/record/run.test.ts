import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../testing/any-text.ts'
import { formatTime, parseRun, parseTime } from './run.ts'

describe('parseTime', () => {
  test.each([
    ['40.516', 40_516],
    ['48.48', 48_480],
    ['39', 39_000],
    ['52.1', 52_100],
    ['103.769', 103_769],
    ['1:43.769', 103_769],
    ['1:02:03.4', 3_723_400],
    ['0:05.001', 5_001],
    [' 40.434 ', 40_434],
    ['40,516', 40_516],
    ['007', 7_000],
    ['0.000', 0],
    ['40.5169', 40_516],
    ['999999.999', 999_999_999],
  ])('%j is %d ms', (text, milliseconds) => {
    expect(parseTime(text)).toBe(milliseconds)
  })

  test.each([
    '',
    ' ',
    '-',
    'dns',
    '[-]1.630',
    '+8.196',
    '-1.5',
    '.5',
    '40.',
    '1.2.3',
    '4O.516',
    '1e3',
    '1:75.000',
    '1:60:00.0',
    '1:02:345',
    '٤٠.٥١٦',
    '1::2',
    'NaN',
  ])('%j is not a time', (text) => {
    expect(parseTime(text)).toBeUndefined()
  })

  test('every millisecond from 30 s to 110 s is parsed exactly', () => {
    for (let milliseconds = 30_000; milliseconds < 110_000; milliseconds++) {
      const text = `${Math.floor(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, '0')}`
      if (parseTime(text) !== milliseconds) expect.fail(`${text} is not ${milliseconds} ms`)
    }
  })
})

describe('formatTime', () => {
  test.each([
    [48_480, 'seconds', '48.480'],
    [39_000, 'seconds', '39.000'],
    [103_769, 'seconds', '103.769'],
    [103_769, 'minutes', '1:43.769'],
    [65_004, 'minutes', '1:05.004'],
    [59_999, 'minutes', '59.999'],
    [60_000, 'minutes', '1:00.000'],
    [3_599_999, 'minutes', '59:59.999'],
    [3_600_000, 'minutes', '1:00:00.000'],
    [4_142_656, 'minutes', '1:09:02.656'],
    [-10_882_100, 'minutes', '−3:01:22.100'],
    [4_142_656, 'seconds', '4142.656'],
    [0, 'seconds', '0.000'],
    [-0, 'seconds', '0.000'],
    [-311, 'seconds', '−0.311'],
    [-103_769, 'minutes', '−1:43.769'],
  ] as const)('%d ms in %s is %s', (milliseconds, format, text) => {
    expect(formatTime(milliseconds, format)).toBe(text)
  })

  test('a formatted time is parsed as the same time, in both formats', () => {
    const format = fc.constantFrom('seconds' as const, 'minutes' as const)
    fc.assert(
      fc.property(fc.nat({ max: 59_999_999 }), format, (milliseconds, format) => {
        expect(parseTime(formatTime(milliseconds, format))).toBe(milliseconds)
      }),
    )
  })
})

describe('parseRun', () => {
  test.each([
    ['40.516', 40_516, 0, 0],
    ['41.266+1', 41_266, 1, 0],
    ['41.266+15', 41_266, 15, 0],
    ['40.911+0', 40_911, 0, 0],
    ['50.001+1/2', 50_001, 1, 2],
    ['48.2+0/1', 48_200, 0, 1],
    ['25.625+', 25_625, 0, 0],
    ['1:43.769+2', 103_769, 2, 0],
    [' 40.357 + 1 ', 40_357, 1, 0],
  ])('%j is a time with %d ms, %d cones and %d gates', (text, raw, cones, gates) => {
    expect(parseRun(text)).toEqual({ kind: 'timed', raw, cones, gates })
  })

  test.each([
    ['61.078+DNF', { reason: 'DNF', raw: 61_078 }],
    ['61.078+dnf', { reason: 'DNF', raw: 61_078 }],
    ['61.078+dn', { reason: 'DNF', raw: 61_078 }],
    ['DNF', { reason: 'DNF' }],
    ['+OFF', { reason: 'OFF' }],
    ['40.1+off', { reason: 'OFF', raw: 40_100 }],
    ['+dsq', { reason: 'DSQ' }],
    ['40.1+DQ', { reason: 'DSQ', raw: 40_100 }],
    ['dns', { reason: 'DNS' }],
  ])('%j is a run without time: %j', (text, run) => {
    expect(parseRun(text)).toEqual({ kind: 'no_time', ...run })
  })

  test.each([
    ['39.9+RRN', { raw: 39_900 }],
    ['39.9+RR', { raw: 39_900 }],
    ['39.9+RERUN', { raw: 39_900 }],
    ['39.9+RERUN 2', { raw: 39_900 }],
    ['39.9+rerun2', { raw: 39_900 }],
    ['+RR', {}],
    ['RRN', {}],
  ])('%j is a rerun: %j', (text, run) => {
    expect(parseRun(text)).toEqual({ kind: 'rerun', ...run })
  })

  test.each(['', ' ', '\t\n'])('%j is a run that is not driven yet', (text) => {
    expect(parseRun(text)).toEqual({ kind: 'not_run' })
  })

  test.each([
    '+',
    '40.516+x',
    '40.516+1+1',
    '40.516+-1',
    'DNF+DNF',
    'constructor',
    '__proto__',
    '-',
    '40.516 1',
    '+0/1',
    '1/2/3',
  ])('%j is unreadable and keeps its text', (text) => {
    expect(parseRun(text)).toEqual({ kind: 'unreadable', text })
  })

  test('any text is a run, whose time is a whole number of milliseconds, at least 0', () => {
    const piece = fc.constantFrom('4', '40', '.', ',', ':', '516', '+', '/', '1', ' ', 'DNF', 'rr', 'RERUN', '-', 'é')
    const notation = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(anyText(), notation), (text) => {
        const run = parseRun(text)
        if (!('raw' in run)) return
        expect(Number.isSafeInteger(run.raw)).toBe(true)
        expect(run.raw).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('parseRun of what is no time', () => {
  test.each(['0', '0.000', '0,000', '00:00.000'])('%j is not run yet', (text) => {
    expect(parseRun(text)).toEqual({ kind: 'not_run' })
  })

  test.each(['01:00:00', '1:75.000', '0.00070833', '0.5', '1:02:345'])('%j is unreadable', (text) => {
    expect(parseRun(text)).toEqual({ kind: 'unreadable', text })
  })
})

test.each([
  ['8:41.23+00:10.00', 521_230, 10_000],
  ['61.078+2.5', 61_078, 2500],
  ['61.078+0:05', 61_078, 5000],
  ['61.078+2,5', 61_078, 2500],
])('the run %j has %d ms and a penalty of %d ms', (text, raw, penalty) => {
  expect(parseRun(text)).toEqual({ kind: 'timed', raw, cones: 0, gates: 0, penalty })
})

test('a whole number behind the plus counts cones, and a penalty that is no time is unreadable', () => {
  expect(parseRun('61.078+2')).toEqual({ kind: 'timed', raw: 61_078, cones: 2, gates: 0 })
  expect(parseRun('61.078+0:75.0').kind).toBe('unreadable')
  expect(parseRun('61.078+2.5.1').kind).toBe('unreadable')
})
