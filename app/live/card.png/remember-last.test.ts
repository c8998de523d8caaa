import { expect, test } from 'vitest'
import { rememberLast } from './remember-last.ts'

/** Remembered answers, each of which is made when the test calls `next`. */
function maker() {
  const made: string[] = []
  const open: (() => void)[] = []
  const ask = rememberLast(async (question: string) => {
    made.push(question)
    await new Promise<void>((resolve) => open.push(resolve))
    if (question === 'bad') throw new Error('cannot')
    return question.toUpperCase()
  })
  const next = async () => {
    await expect.poll(() => open.length).toBe(1)
    open.shift()?.()
  }
  return { ask, made, next }
}

test('an answer is made once for 1,000 askers at once and a later one', async () => {
  const { ask, made, next } = maker()
  const answers = Array.from({ length: 1000 }, () => ask('a'))
  await next()
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['A']))
  expect(await ask('a')).toBe('A')
  expect(made).toEqual(['a'])
})

test('answers are made one at a time, and only the last one is remembered', async () => {
  const { ask, made, next } = maker()
  const both = [ask('a'), ask('b')]
  await next()
  await both[0]
  await next()
  expect(await Promise.all(both)).toEqual(['A', 'B'])
  const again = ask('a')
  await next()
  expect(await again).toBe('A')
  expect(made).toEqual(['a', 'b', 'a'])
})

test('a failed answer is not made a second time, and does not block the next one', async () => {
  const { ask, made, next } = maker()
  const failed = ask('bad')
  await next()
  await expect(failed).rejects.toThrow('cannot')
  await expect(ask('bad')).rejects.toThrow('cannot')
  const good = ask('good')
  await next()
  expect(await good).toBe('GOOD')
  expect(made).toEqual(['bad', 'good'])
})
