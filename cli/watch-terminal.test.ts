import { describe, expect, test } from 'vitest'
import { screenAfter } from './screen/screen.fixture.ts'
import type { WatchProcess } from './watch-process.fixture.ts'
import { evil, felipe, joan, ngozi, orders, outToMatch, watchedServer } from './watched.fixture.ts'

const watched = watchedServer()

describe('watch in a terminal', () => {
  const rowsOf = (watch: WatchProcess) => screenAfter(watch.out()).rows
  const open = (env = {}) => watched.start([watched.server().url], { terminal: true, env })
  const inStep = (watch: WatchProcess) => expect.poll(() => rowsOf(watch)[1]).toMatch(/^● live/)

  async function expectRestored(watch: WatchProcess): Promise<void> {
    await watch.ended
    expect(screenAfter(watch.out())).toMatchObject({ alternate: false, cursor: true, wrapping: true })
    expect(watch.err()).toMatch(/\[raw\](?:\[cooked\])+(?!.*\[raw\])/s)
  }

  test('shows the table, marks changes, and restores the terminal on q', async () => {
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
    await expect.poll(() => rowsOf(watch)).toContain('   1T  88  Felipe González  39.900          39.900')
    watch.type('q')
    await expectRestored(watch)
    expect(await watch.ended).toBe(0)
  })

  test('scrolls, and fits into a terminal that becomes smaller', async () => {
    await watched
      .server()
      .publish(Array.from({ length: 40 }, (_, index) => ({ driver_name: `D${index}`, runs: [`${50 + index}`] })))
    const watch = open()
    await inStep(watch)
    watch.type('\x1b[F')
    await expect.poll(() => rowsOf(watch).join('\n')).toMatch(/^ +40 {2,}D39/m)
    watch.type('g')
    await expect.poll(() => rowsOf(watch).join('\n')).toMatch(/^ +1T {2,}D0/m)
    watch.kill('SIGWINCH')
    await expect.poll(() => rowsOf(watch).length).toBe(8)
    expect(rowsOf(watch)[1]).toMatch(/^● live/)
    for (const row of rowsOf(watch)) expect(row.length).toBeLessThanOrEqual(50)
  })

  test('is offline while the server is gone and live when it is back', async () => {
    const watch = open()
    await inStep(watch)
    await watched.server().stop()
    await expect.poll(() => rowsOf(watch)[1]).toMatch(/^● offline · last heard (?!just now)/)
    expect(rowsOf(watch).join('\n')).toContain('Felipe González')
    await watched.startServerAgain()
    await watched.server().publish([ngozi])
    await inStep(watch)
    await expect.poll(() => rowsOf(watch).join('\n')).not.toContain('Felipe González')
  })

  test('writes no colours under NO_COLOR, and no controls of a name', async () => {
    await watched.server().publish([evil, felipe])
    const watch = open({ NO_COLOR: '1' })
    await inStep(watch)
    await watched.server().publish([evil, { ...felipe, runs: ['39.900'] }])
    await expect.poll(() => rowsOf(watch).join('\n')).toContain('39.900')
    expect(rowsOf(watch).join('\n')).toContain('�]0;pwned�Bob�2J')
    const colour = `${'\x1b'}\\[(?:\\d+;)*(?:3|4|9|10)\\d[;m]`
    expect(watch.out()).not.toMatch(new RegExp(colour))
  })

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('restores the terminal on %s', async (signal) => {
    const watch = open()
    await inStep(watch)
    watch.kill(signal)
    await expectRestored(watch)
    expect(await watch.ended).toBe(0)
  })

  test('restores the terminal before it prints an uncaught error', async () => {
    const watch = open()
    await inStep(watch)
    watch.kill('SIGUSR2')
    await expectRestored(watch)
    expect(await watch.ended).toBe(1)
    expect(watch.err()).toMatch(/\[raw\]\[cooked\]Error: failed on purpose/)
  })

  test('restores the terminal when the process exits at any moment', async () => {
    const watch = open()
    await inStep(watch)
    watch.kill('SIGALRM')
    await expectRestored(watch)
    expect(await watch.ended).toBe(7)
  })

  test('shows growing ages between two messages', async () => {
    const watch = open()
    await inStep(watch)
    // Heartbeats every ten seconds alone would not show two ages that are so close.
    const ages = () => Array.from(watch.out().matchAll(/changed (\d+) s ago/g), ([, seconds]) => Number(seconds))
    const close = () =>
      ages().filter((age, index) => age > (ages()[index - 1] ?? age) && age - (ages()[index - 1] ?? 0) < 5)
    await expect.poll(() => close().length).toBeGreaterThanOrEqual(2)
  })

  test('of the type dumb writes like into a pipe', async () => {
    const watch = open({ TERM: 'dumb' })
    await outToMatch(watch, /Felipe.*\n\n$/)
    expect(watch.out()).not.toMatch(orders)
  })
})
