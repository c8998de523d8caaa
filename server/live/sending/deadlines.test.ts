import { expect, test } from 'vitest'
import { manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { createDeadlines } from './deadlines.ts'

function follow() {
  const time = manualTime()
  const due: string[] = []
  const deadlines = createDeadlines<string>(100, time, (key) => due.push(`${key} at ${time.elapsed()}`))
  return { time, due, deadlines }
}

test('given keys that start at different times, then each is due once, after the delay', async () => {
  const { time, due, deadlines } = follow()
  deadlines.start('a')
  await time.pass(30)
  deadlines.start('b')
  await time.pass(500)
  expect(due).toEqual(['a at 100', 'b at 130'])
  expect(deadlines.isRunning('a')).toBe(false)
})

test('given a key that starts again, then it is due a whole delay after that', async () => {
  const { time, due, deadlines } = follow()
  deadlines.start('a')
  await time.pass(60)
  deadlines.start('a')
  await time.pass(500)
  expect(due).toEqual(['a at 160'])
})

test('given a key that was stopped, then it is not due, and the others are', async () => {
  const { time, due, deadlines } = follow()
  for (const key of ['a', 'b']) deadlines.start(key)
  deadlines.stop('a')
  await time.pass(500)
  expect(due).toEqual(['b at 100'])
  deadlines.stop('b')
  deadlines.start('c')
  await time.pass(500)
  expect(due).toEqual(['b at 100', 'c at 600'])
})

test('given a callback that starts and stops keys, then no deadline is lost or doubled', async () => {
  const time = manualTime()
  const due: string[] = []
  const deadlines = createDeadlines<string>(100, time, (key) => {
    due.push(`${key} at ${time.elapsed()}`)
    if (key === 'a') deadlines.stop('b')
    if (due.length < 3) deadlines.start('c')
  })
  for (const key of ['a', 'b']) deadlines.start(key)
  await time.pass(1000)
  expect(due).toEqual(['a at 100', 'c at 200', 'c at 300'])
})
