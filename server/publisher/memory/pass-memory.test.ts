import { expect, test } from 'vitest'
import { asOnePass, createPassMemory, createTextMemory } from './pass-memory.ts'

/** A memory whose values are numbered in the order in which they are made. */
function numbered() {
  const memory = createPassMemory<string, number>()
  const made: string[] = []
  return { memory, made, recall: (key: string) => memory.recall(key, () => made.push(key)) }
}

test('a value is made once while every pass asks for it, and again after a pass that did not', () => {
  const { memory, made, recall } = numbered()
  expect(recall('Ann')).toBe(1)
  expect(recall('Ann')).toBe(1)
  memory.endPass()
  expect(recall('Ann')).toBe(1)
  memory.endPass()
  recall('Bo')
  memory.endPass()
  expect(recall('Ann')).toBe(3)
  expect(made).toEqual(['Ann', 'Bo', 'Ann'])
})

test('given two keys of which a pass asks for one twice, then the other one is forgotten', () => {
  const { memory, made, recall } = numbered()
  for (const name of ['Ann', 'Bo']) recall(name)
  memory.endPass()
  for (const name of ['Ann', 'Ann']) recall(name)
  memory.endPass()
  for (const name of ['Ann', 'Bo']) recall(name)
  expect(made).toEqual(['Ann', 'Bo', 'Bo'])
})

test('given a value that does not fit any more, then it is made again, and the new one is kept', () => {
  const memory = createPassMemory<string, { readonly line: number }>()
  const at = (line: number) =>
    memory.recall(
      'Ann',
      () => ({ line }),
      (known) => known.line === line,
    )
  const first = at(1)
  expect(at(2)).toEqual({ line: 2 })
  memory.endPass()
  expect(at(2)).not.toBe(first)
  expect(at(2)).toBe(at(2))
})

test('given a pass that fails, then what it made is forgotten, and what was known before stays', () => {
  const { memory, made, recall } = numbered()
  asOnePass(memory, () => recall('Ann'))
  const failing = () => {
    recall('Bo')
    throw new Error('the file is cut')
  }
  expect(() => asOnePass(memory, failing)).toThrow('the file is cut')
  recall('Ann')
  recall('Bo')
  expect(made).toEqual(['Ann', 'Bo', 'Bo'])
})

test('a memory of texts finds a value by an equal text', () => {
  const memory = createTextMemory<object>()
  const first = memory.recall('a line of a file', () => ({}))
  memory.endPass()
  expect(memory.recall(['a line', 'of a file'].join(' '), () => ({}))).toBe(first)
})
