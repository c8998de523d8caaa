import fc from 'fast-check'
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

/** A memory in the fewest words: values by key, with the passes that made and asked. */
function plainMemory() {
  let values = new Map<string, { readonly value: number; readonly made: number; asked: number }>()
  let pass = 1
  const keep = (isKept: (known: { readonly made: number; readonly asked: number }) => boolean) => {
    values = new Map([...values].filter(([, known]) => isKept(known)))
    pass += 1
  }
  return {
    recall(key: string, make: () => number, fits: (value: number) => boolean) {
      const known = values.get(key)
      if (known && fits(known.value)) {
        known.asked = pass
        return known.value
      }
      const value = make()
      values.set(key, { value, made: pass, asked: pass })
      return value
    },
    endPass: () => keep(({ asked }) => asked === pass),
    dropPass: () => keep(({ made }) => made !== pass),
  }
}

test('given any keys in any order, passes that end and that fail, then each value is that of a plain memory', () => {
  const ask = fc.record({
    key: fc.constantFrom('Ann', 'Bo', 'Cy', 'Di'),
    fits: fc.integer({ min: 0, max: 9 }).map(Boolean),
  })
  const end = fc.constantFrom('endPass' as const, 'endPass' as const, 'dropPass' as const)
  const passes = fc.array(fc.record({ asks: fc.array(ask, { maxLength: 6 }), end }), { maxLength: 12 })
  fc.assert(
    fc.property(passes, (all) => {
      const [memory, plain] = [createPassMemory<string, number>(), plainMemory()]
      let [made, plainlyMade] = [0, 0]
      for (const { asks, end: ending } of all) {
        for (const { key, fits } of asks) {
          const value = memory.recall(
            key,
            () => (made += 1),
            () => fits,
          )
          expect(value).toBe(
            plain.recall(
              key,
              () => (plainlyMade += 1),
              () => fits,
            ),
          )
        }
        memory[ending]()
        plain[ending]()
      }
    }),
    { numRuns: 1000 },
  )
})
