import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withLineFeeds } from './line-feeds.ts'

test('given any bytes, then CR LF and CR become LF, and nothing else changes', () => {
  const byte = fc.oneof(fc.constantFrom(0x0d, 0x0a), fc.nat(255))
  fc.assert(
    fc.property(fc.array(byte), (bytes) => {
      const text = Buffer.from(withLineFeeds(Uint8Array.from(bytes))).toString('latin1')
      expect(text).toBe(Buffer.from(bytes).toString('latin1').replace(/\r\n?/g, '\n'))
    }),
  )
})

test('given bytes without a CR, then they are not copied', () => {
  const bytes = Buffer.from('a\nb\n')
  expect(withLineFeeds(bytes)).toBe(bytes)
})
