import { expect, test } from 'vitest'
import { serverFrame, textFrame } from '../peers/server-frame.ts'
import { createFrameReader } from './frame-reader.ts'

const texts = ['', 'short', 'm'.repeat(126), 'l'.repeat(65_536), 'x'.repeat(125)]

test.each([1, 3, 64, 5000, 200_000])(
  'given frames of all lengths in pieces of %i bytes, each is read once, in order',
  (size) => {
    const bytes = Buffer.concat(texts.map((text) => textFrame(text)))
    const read: string[] = []
    const take = createFrameReader(({ payload }) => read.push(String(payload)))
    for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size))
    expect(read).toEqual(texts)
  },
)

test('a frame says whether it is compressed and which opcode it has', () => {
  const read: (readonly [number, boolean])[] = []
  const take = createFrameReader(({ opcode, isCompressed }) => read.push([opcode, isCompressed]))
  take(Buffer.concat([0xc1, 0x89, 0x88].map((first) => serverFrame(first, Buffer.from('a')))))
  expect(read).toEqual([
    [1, true],
    [9, false],
    [8, false],
  ])
})

test('a message in fragments is refused, so that none is lost unseen', () => {
  const take = createFrameReader(() => undefined)
  expect(() => take(serverFrame(0x01, Buffer.from('part')))).toThrow('fragments')
})
