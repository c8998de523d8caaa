import { expect, test } from 'vitest'
import { manualTime } from '../../lib/time/manual-time.fixture.ts'
import { pacedSave } from './paced-save.ts'

/** Saves a number that grows; each write takes 100 ms, unless it fails. */
function start() {
  const time = manualTime()
  const world = { value: 0, stored: 0, writes: 0, isFull: false }
  const file = pacedSave(async () => {
    world.writes += 1
    const { value } = world
    await new Promise<void>((resolve) => time.after(100, resolve))
    if (world.isFull) throw new Error('ENOSPC')
    world.stored = value
  }, time)
  const save = () => {
    world.value += 1
    const { value } = world
    return file.save().then(() => expect(world.stored).toBeGreaterThanOrEqual(value))
  }
  return { time, world, file, save }
}

test('given a first change, then it is written at once; what changes meanwhile is one write a second later', async () => {
  const { time, world, save } = start()
  const first = save()
  await time.pass(50)
  const others = Array.from({ length: 20 }, save)
  await time.pass(50)
  await first
  expect(world).toMatchObject({ stored: 1, writes: 1 })
  await time.pass(999)
  expect(world.writes).toBe(1)
  await time.pass(101)
  await Promise.all(others)
  expect(world).toMatchObject({ stored: 21, writes: 2 })
})

test('given a write that fails, then its callers hear of it, and the next one works', async () => {
  const { time, world, save } = start()
  world.isFull = true
  const failed = expect(save()).rejects.toThrow('ENOSPC')
  await time.pass(200)
  await failed
  world.isFull = false
  const next = save()
  await time.pass(2000)
  await next
  expect(world).toMatchObject({ stored: 2, writes: 2 })
})

test.each([
  ['during a write', 50],
  ['in the pause after a write', 500],
])('given a change %s, when it closes, then the change is stored without a pause', async (_when, after) => {
  const { time, world, file, save } = start()
  const first = save()
  await time.pass(after)
  const second = save()
  const closed = file.close()
  await time.pass(200)
  await Promise.all([first, second, closed])
  expect(world.stored).toBe(2)
})

test('given no change, when it closes, then nothing is written', async () => {
  const { world, file } = start()
  await file.close()
  expect(world.writes).toBe(0)
})
