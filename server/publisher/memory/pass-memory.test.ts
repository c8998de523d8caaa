import { expect, test } from 'vitest'
import { createPassMemory } from './pass-memory.ts'

test('a value is made once while every pass asks for it, and again after a pass that did not', () => {
  const memory = createPassMemory<string, object>()
  const made: string[] = []
  const recall = (key: string) => memory.recall(key, () => ({ number: made.push(key) }))
  const first = recall('Ann')
  expect(recall('Ann')).toBe(first)
  memory.endPass()
  expect(recall('Ann')).toBe(first)
  memory.endPass()
  recall('Bob')
  memory.endPass()
  expect(recall('Ann')).not.toBe(first)
  expect(made).toEqual(['Ann', 'Bob', 'Ann'])
})
