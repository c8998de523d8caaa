import { describe, expect, test } from 'vitest'
import { evil, felipe, joan, ngozi, orders, outToMatch, watchedServer } from './watched.fixture.ts'

const watched = watchedServer()

describe('watch into a pipe', () => {
  test('writes the table, then a line for every change, until SIGTERM', async () => {
    const watch = watched.start([watched.server().url])
    await outToMatch(watch, /Felipe.*\n\n$/)
    await watched.server().publish([joan, { ...felipe, runs: ['42.202', '39.900'] }, ngozi])
    await watched.server().publish([joan, { ...felipe, runs: ['42.202', '39.900'] }, ngozi, evil])
    await outToMatch(watch, /Bob.*\n$/)
    const [, changes = ''] = watch.out().split('\n\n').slice(-2)
    expect(changes.split('\n').map((line) => line.replace(/^\d\d:\d\d:\d\d {2}/, 'TIME '))).toEqual([
      'TIME SS #88 Felipe González  run 2: 39.900, time 42.202 → 39.900, position 2 → 1',
      'TIME SS #4 Joan Zielinski  position 1 → 2',
      'TIME SS #1 2 �]0;pwned�Bob�2J  entered',
      '',
    ])
    expect(watch.out()).not.toMatch(orders)
    watch.kill('SIGTERM')
    expect(await watch.ended).toBe(0)
    expect(watch.err()).toBe('')
  })

  test('with --class writes only the changes of that class', async () => {
    const watch = watched.start([watched.server().url, '--class', 'AS'])
    await outToMatch(watch, /Ngozi.*\n\n$/)
    await watched.server().publish([{ ...joan, runs: ['40.000'] }, felipe, ngozi])
    await watched.server().publish([{ ...joan, runs: ['40.000'] }, felipe, { ...ngozi, class: 'SS' }])
    await outToMatch(watch, /Ngozi Okonkwo {2}class AS → SS.*\n$/)
    expect(watch.out()).not.toContain('Joan')
  })

  test('writes a line when the server is gone, when it is back, and when its files are unusable', async () => {
    const watch = watched.start([watched.server().url])
    await outToMatch(watch, /\n\n$/)
    await watched.server().stop()
    await outToMatch(watch, /:\d\d {2}offline · last heard .*\n$/)
    await watched.startServerAgain()
    await watched.server().publish([joan, felipe])
    await outToMatch(watch, /Ngozi Okonkwo {2}left the list\n(?:.*\n)*.*:\d\d {2}live\n$/)
    watched.server().freshness = { stalled_since: Date.now() }
    watched.server().broadcastVersion()
    await outToMatch(watch, /:\d\d {2}not updating · timing file unusable for \d+ s\n$/)
    watched.server().freshness = {}
    watched.server().broadcastVersion()
    await outToMatch(watch, /not updating.*\n.*:\d\d {2}live\n$/)
  })

  test('is not live after a restart of the server before the state of the files is known', async () => {
    const watch = watched.start([watched.server().url])
    await outToMatch(watch, /\n\n$/)
    await watched.server().stop()
    await outToMatch(watch, /offline/)
    await watched.startServerAgain()
    watched.server().freshness = { stalled_since: Date.now() }
    await watched.server().publish([joan])
    await outToMatch(watch, /offline[\s\S]*not updating/)
    expect(watch.out()).not.toMatch(/:\d\d {2}live$/m)
  })

  test('ends with 0 and without a message when the reader closes the pipe', async () => {
    const watch = watched.start([watched.server().url])
    await outToMatch(watch, /\n\n$/)
    watch.stopReading()
    await watched.server().publish([joan])
    expect(await watch.ended).toBe(0)
    expect(watch.err()).toBe('')
  })
})
