import { expect, test } from 'vitest'
import { formatPosition, ordinal } from './ordinal.ts'

test('positions have English ordinals, with = for a shared one', () => {
  const positions = [1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 101, 111, 112, 113, 121]
  expect(positions.map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 101st 111th 112th 113th 121st',
  )
  expect(formatPosition({ place: 2, shared: true })).toBe('2nd=')
})
