import { expect, test } from 'vitest'
import { createPayloadMemory } from './payload-memory.ts'

test('equal payloads are decoded once, and different ones each', () => {
  const decoded: string[] = []
  const decode = (payload: Buffer) => {
    decoded.push(String(payload))
    return { text: String(payload) }
  }
  const memory = createPayloadMemory<{ text: string }>()
  const read = (text: string) => memory.read(Buffer.from(text), decode)
  expect(read('a')).toBe(read('a'))
  expect(read('b')).toEqual({ text: 'b' })
  expect(read('a')).toEqual({ text: 'a' })
  expect(decoded).toEqual(['a', 'b'])
})

test('a payload is remembered by its bytes at that time, and by how it was decoded', () => {
  const memory = createPayloadMemory<string>()
  const bytes = Buffer.from('a')
  const plain = (payload: Buffer) => String(payload)
  expect(memory.read(bytes, plain)).toBe('a')
  bytes.write('b')
  expect(memory.read(bytes, plain)).toBe('b')
  expect(memory.read(bytes, () => 'other')).toBe('other')
})

test('given more payloads than are remembered, an old one is decoded again', () => {
  const memory = createPayloadMemory<object>()
  const decode = (payload: Buffer) => ({ text: String(payload) })
  const first = memory.read(Buffer.from('first'), decode)
  for (let index = 0; index < 20; index += 1) memory.read(Buffer.from(`${index}`), decode)
  expect(memory.read(Buffer.from('first'), decode)).not.toBe(first)
})
