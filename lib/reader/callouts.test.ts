import { expect, test } from 'vitest'
import { formatCallouts, noCallouts, readCallouts } from './callouts.ts'

test('what is switched on survives the storage', () => {
  for (const speech of [true, false]) {
    for (const vibration of [true, false]) {
      expect(readCallouts(formatCallouts({ speech, vibration }))).toEqual({ speech, vibration })
    }
  }
})

test.each([[null], ['{'], ['null'], ['[]'], ['true'], ['{"speech":"yes"}']])(
  'a storage that holds %s is quiet',
  (text) => {
    expect(readCallouts(text)).toEqual(noCallouts)
  },
)
