import { expect, test } from 'vitest'
import { Busy, createPageBudget } from './page-budget.ts'

/** Works that end when the test says so. */
function createWorks() {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    started.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { started, work, end: (name: string) => ends.get(name)?.() }
}
const wanted = () => true

test('given a budget of two, when four works are given, then two start and the others follow in their order', async () => {
  const budget = createPageBudget({ most: 2, queue: 2 })
  const { started, work, end } = createWorks()
  const results = ['a', 'b', 'c', 'd'].map((name) => budget.run(work(name), wanted))
  expect(started).toEqual(['a', 'b'])
  expect(budget.load()).toEqual({ working: 2, waiting: 2 })
  end('b')
  expect(await results[1]).toBe('b')
  expect(started).toEqual(['a', 'b', 'c'])
  for (const name of ['a', 'c']) end(name)
  await Promise.all([results[0], results[2]])
  end('d')
  expect(await results[3]).toBe('d')
  expect(budget.load()).toEqual({ working: 0, waiting: 0 })
})

test('given a full queue, when one more work is given, then it is refused and never done', async () => {
  const budget = createPageBudget({ most: 1, queue: 1 })
  const { started, work, end } = createWorks()
  const [first, second] = [budget.run(work('a'), wanted), budget.run(work('b'), wanted)]
  await expect(budget.run(work('c'), wanted)).rejects.toThrow(Busy)
  end('a')
  await first
  end('b')
  await second
  expect(started).toEqual(['a', 'b'])
})

test('given waiting works whose clients left, then they are not done, and give their places to others', async () => {
  const budget = createPageBudget({ most: 1, queue: 1 })
  const { started, work, end } = createWorks()
  const first = budget.run(work('a'), wanted)
  let isThere = true
  const gone = budget.run(work('gone'), () => isThere)
  isThere = false
  const late = budget.run(work('late'), wanted)
  await expect(gone).rejects.toThrow(Busy)
  end('a')
  await first
  end('late')
  await late
  expect(started).toEqual(['a', 'late'])
})

test('given a waiting work whose client left, when its turn comes, then it is not done, and the next one is', async () => {
  const budget = createPageBudget({ most: 1, queue: 2 })
  const { started, work, end } = createWorks()
  const first = budget.run(work('a'), wanted)
  let isThere = true
  const gone = budget.run(work('gone'), () => isThere)
  const next = budget.run(work('next'), wanted)
  isThere = false
  end('a')
  await first
  await expect(gone).rejects.toThrow(Busy)
  end('next')
  expect(await next).toBe('next')
  expect(started).toEqual(['a', 'next'])
})

test('given a work that fails, then its place is free again', async () => {
  const budget = createPageBudget({ most: 1, queue: 0 })
  await expect(budget.run(() => Promise.reject(new Error('No.')), wanted)).rejects.toThrow('No.')
  expect(await budget.run(async () => 'b', wanted)).toBe('b')
})
