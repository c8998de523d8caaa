import { describe, expect, test } from 'vitest'
import { screenAfter } from './screen/screen.fixture.ts'
import type { WatchProcess } from './watch-process.fixture.ts'
import { evil, felipe, joan, ngozi, orders, outToMatch, patience, watchedServer } from './watched.fixture.ts'

const watched = watchedServer()

describe('in a terminal', { timeout: 90_000 }, () => {
  const rowsOf = (watch: WatchProcess) => screenAfter(watch.out()).rows
  const open = (env = {}) => watched.start([watched.server().url], { terminal: true, env })
  const inStep = (watch: WatchProcess) => expect.poll(() => rowsOf(watch)[1], patience).toMatch(/^● live/)

  async function expectRestored(watch: WatchProcess): Promise<void> {
    await watch.ended
    expect(screenAfter(watch.out())).toMatchObject({ alternate: false, cursor: true, wrapping: true })
    expect(watch.err()).toMatch(/\[raw\](?:\[cooked\])+(?!.*\[raw\])/s)
  }

  test('shows the table, marks what changes, and gives the terminal back on q', async () => {
    const watch = open()
    await inStep(watch)
    expect(screenAfter(watch.out())).toMatchObject({ alternate: true, cursor: false, wrapping: false })
    expect(rowsOf(watch)).toEqual(
      expect.arrayContaining([
        'SS  2 entries · 1 trophy      Time     Gap  Runs',
        '   2   88  Felipe González  42.202  +1.101  42.202',
      ]),
    )
    await watched.server().publish([joan, { ...felipe, runs: ['39.900'] }, ngozi])
    await outToMatch(watch, /▲ /)
    await expect.poll(() => rowsOf(watch), patience).toContain('   1T  88  Felipe González  39.900          39.900')
    watch.type('q')
    await expectRestored(watch)
    expect(await watch.ended).toBe(0)
  })

  test('scrolls, and fits a terminal that becomes smaller', async () => {
    await watched
      .server()
      .publish(Array.from({ length: 40 }, (_, place) => ({ driver_name: `D${place}`, runs: [`${50 + place}`] })))
    const watch = open()
    await inStep(watch)
    watch.type('\x1b[F')
    await expect.poll(() => rowsOf(watch).join('\n'), patience).toMatch(/^ +40 {2,}D39/m)
    watch.type('g')
    await expect.poll(() => rowsOf(watch).join('\n'), patience).toMatch(/^ +1T {2,}D0/m)
    watch.kill('SIGWINCH')
    await expect.poll(() => rowsOf(watch).length, patience).toBe(8)
    expect(rowsOf(watch)[1]).toMatch(/^● live/)
    for (const row of rowsOf(watch)) expect(row.length).toBeLessThanOrEqual(50)
  })

  test('is never live while the server is gone, and is again when it is back', async () => {
    const watch = open()
    await inStep(watch)
    await watched.server().stop()
    await expect.poll(() => rowsOf(watch)[1], patience).toMatch(/^● offline · last heard (?!just now)/)
    expect(rowsOf(watch).join('\n')).toContain('Felipe González')
    await watched.startServerAgain()
    await watched.server().publish([ngozi])
    await inStep(watch)
    await expect.poll(() => rowsOf(watch).join('\n'), patience).not.toContain('Felipe González')
  })

  test('shows no colours when there shall be none, and gives no orders but its own', async () => {
    await watched.server().publish([evil, felipe])
    const watch = open({ NO_COLOR: '1' })
    await inStep(watch)
    await watched.server().publish([evil, { ...felipe, runs: ['39.900'] }])
    await expect.poll(() => rowsOf(watch).join('\n'), patience).toContain('39.900')
    expect(rowsOf(watch).join('\n')).toContain('�]0;pwned�Bob�2J')
    const colour = `${'\x1b'}\\[(?:\\d+;)*(?:3|4|9|10)\\d[;m]`
    expect(watch.out()).not.toMatch(new RegExp(colour))
  })

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('is given back on %s', async (signal) => {
    const watch = open()
    await inStep(watch)
    watch.kill(signal)
    await expectRestored(watch)
    expect(await watch.ended).toBe(0)
  })

  test('is given back when the command fails, before it says why', async () => {
    const watch = open()
    await inStep(watch)
    watch.kill('SIGUSR2')
    await expectRestored(watch)
    expect(await watch.ended).toBe(1)
    expect(watch.err()).toMatch(/\[raw\]\[cooked\]Error: failed on purpose/)
  })

  test('is given back when the command ends in the middle of something', async () => {
    const watch = open()
    await inStep(watch)
    watch.kill('SIGALRM')
    await expectRestored(watch)
    expect(await watch.ended).toBe(7)
  })

  test('shows ages that grow while nothing is heard', async () => {
    const watch = open()
    await inStep(watch)
    // Heartbeats come every ten seconds; they alone would show no two ages that are so close.
    const ages = () => Array.from(watch.out().matchAll(/changed (\d+) s ago/g), ([, seconds]) => Number(seconds))
    const close = () =>
      ages().filter((age, index) => age > (ages()[index - 1] ?? age) && age - (ages()[index - 1] ?? 0) < 5)
    await expect.poll(() => close().length, patience).toBeGreaterThanOrEqual(2)
  })

  test('that can do nothing is a pipe', async () => {
    const watch = open({ TERM: 'dumb' })
    await outToMatch(watch, /Felipe.*\n\n$/)
    expect(watch.out()).not.toMatch(orders)
  })
})
