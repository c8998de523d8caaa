import { describe, expect, test } from 'vitest'
import { evil, orders, watchedServer } from './watched.fixture.ts'

const watched = watchedServer()

async function once(...parameters: string[]): Promise<{ code: number | null; out: string; err: string }> {
  // The long timeout first: the last value of an option counts.
  const watch = watched.start(['--once', '--timeout', '60', ...parameters])
  const code = await watch.ended
  return { code, out: watch.out(), err: watch.err() }
}

describe('watch --once', () => {
  test('prints the table when it is in step and ends with 0', async () => {
    const { code, out, err } = await once(`${watched.server().url}/live/`)
    expect(out.split('\n').map((line) => line.replace(/● live.*/, '● live'))).toEqual([
      'Live results · Unofficial',
      '● live',
      '',
      'AS  1 entry · 1 trophy        Time     Gap  Runs',
      '   1T   7  Ngozi Okonkwo    45.303          45.303',
      '',
      'SS  2 entries · 1 trophy      Time     Gap  Runs',
      '   1T   4  Joan Zielinski   41.101          41.101',
      '   2   88  Felipe González  42.202  +1.101  42.202',
      '',
    ])
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('prints that the timing file is unusable instead of live', async () => {
    watched.server().freshness = { source_at: Date.now() - 600_000, stalled_since: Date.now() - 300_000 }
    const { code, out } = await once(watched.server().url)
    expect(out).toMatch(/^● not updating · timing file unusable for 5 min .* · timing file saved 10 min ago/m)
    expect(out).not.toContain('● live')
    expect(code).toBe(0)
  })

  test('prints the one class, or the classes that exist and ends with 1', async () => {
    const found = await once(watched.server().url, '--class', 'ss')
    expect(found).toMatchObject({ code: 0, err: '' })
    expect(found.out).toContain('Joan')
    expect(found.out).not.toContain('Ngozi')
    const missed = await once(watched.server().url, '--class', 'XX')
    expect(missed).toEqual({ code: 1, out: '', err: 'Nobody in class "XX". There are: AS, SS.\n' })
  })

  test('prints no terminal controls of a name', async () => {
    await watched.server().publish([evil])
    const { out } = await once(watched.server().url)
    expect(out).toContain('1 2')
    expect(out).toContain('�]0;pwned�Bob�2J')
    expect(out).not.toMatch(orders)
  })

  test('prints what to do and ends with 1 when there is no server', async () => {
    const { url } = watched.server()
    await watched.server().stop()
    const { code, out, err } = await once(url, '--timeout', '0.5')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`No results from ${url} within 0.5 s: nothing listens at`)
    expect(err).toContain('npm start')
    await watched.startServerAgain()
  })
})

describe('watch', () => {
  test('with a wrong address prints the reason and the usage and ends with 2', async () => {
    const watch = watched.start(['ftp://example.org'])
    expect(await watch.ended).toBe(2)
    expect(watch.out()).toBe('')
    expect(watch.err()).toMatch(/^"ftp:\/\/example.org" begins with ftp:.*\n\nShows an event's results/)
  })

  test('with --help prints the usage and ends with 0', async () => {
    const watch = watched.start(['--help'])
    expect(await watch.ended).toBe(0)
    expect(watch.out()).toMatch(/^Shows an event's results.*\n/)
  })
})
