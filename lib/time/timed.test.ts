import { expect, test } from 'vitest'
import { manualTime } from './manual-time.fixture.ts'
import { timed } from './timed.ts'

test('given work that ends or fails, then its result is passed on, and how long it took is reported', async () => {
  const time = manualTime()
  const reports: number[] = []
  const work = timed(
    (milliseconds: number) =>
      new Promise<string>((resolve, reject) => {
        time.after(milliseconds, () => (milliseconds > 100 ? reject(new Error('too long')) : resolve('done')))
      }),
    (milliseconds) => reports.push(milliseconds),
    time.elapsed,
  )
  const short = work(30)
  await time.pass(30)
  expect(await short).toBe('done')
  const long = expect(work(200)).rejects.toThrow('too long')
  await time.pass(200)
  await long
  expect(reports).toEqual([30, 200])
})
