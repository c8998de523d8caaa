import { expect, test } from 'vitest'
import { formatCallouts, noCallouts, readCallouts } from './callouts.ts'

test('callouts that are written to the storage are read back equal', () => {
  for (const speech of [true, false]) {
    for (const vibration of [true, false]) {
      expect(readCallouts(formatCallouts({ speech, vibration }))).toEqual({ speech, vibration })
    }
  }
})

test.each([[null], ['{'], ['null'], ['[]'], ['true'], ['{"speech":"yes"}']])(
  'callouts are off for a storage with %s',
  (text) => {
    expect(readCallouts(text)).toEqual(noCallouts)
  },
)
