import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { manualTime } from '../../lib/time/manual-time.fixture.ts'
import { systemTimers } from '../../lib/time/timers.ts'
import { startFeedServer } from '../../testing/feed/feed-server.ts'
import { kartSession } from '../../testing/feed/made-up-karts.ts'
import { playRecording } from './play-recording.ts'
import { record } from './record.ts'
import { formatHeader, formatRecorded, type Recorded } from './recorded.ts'
import { replay } from './replay.ts'
import { serveFeed } from './serve-feed.ts'
import { writeFiles } from './write-files.ts'

let folder: string
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-replay-'))
  said = []
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const say = (line: string) => void said.push(line)
const texts = kartSession({ count: 3, duration: 60 }).lines.map(({ line }) => line)
const line = (at: number, text: string): Recorded => ({ kind: 'line', at, bytes: Buffer.from(text) })

/** What a client of a feed gets. */
function listenTo(port: number): () => readonly string[] {
  let text = ''
  const socket = connect({ host: '127.0.0.1', port })
  socket.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  return () => text.split('\r\n').slice(0, -1)
}

function recording(kind: 'feed' | 'folder', entries: readonly Recorded[]): string {
  const file = join(folder, 'day.jsonl')
  const header = formatHeader({ kind, source: 'made up', began: '2026-11-30T14:00:00.000Z' })
  writeFileSync(file, header + entries.map(formatRecorded).join(''))
  return file
}

describe('a recorded feed', () => {
  test('that was cut while it was recorded is played to every client as it was', async () => {
    const feed = await startFeedServer()
    onTestFinished(feed.stop)
    const [host = '', port = ''] = feed.address.split(':')
    const file = join(folder, 'day.jsonl')
    const stopped = new AbortController()
    const parts = { timers: systemTimers, random: () => 0, now: Date.now, say, signal: stopped.signal }
    const recorded = record({ source: { kind: 'feed', host, port: Number(port) }, file }, parts)
    for (const part of [texts.slice(0, 50), texts.slice(50)]) {
      await expect.poll(feed.connections).toBe(1)
      const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n').length : 0
      feed.say(part)
      await expect.poll(() => readFileSync(file, 'utf8').split('\n').length).toBe(before + part.length)
      feed.cut()
    }
    stopped.abort()
    await recorded
    expect(said.at(-1)).toBe(`${file}: ${texts.length} lines`)

    const played = new AbortController()
    const playing = replay(
      { file, speed: 100, port: 0, folder: undefined, loop: false },
      { timers: systemTimers, say, signal: played.signal },
    )
    await expect.poll(() => said.at(-1)).toBe('the end')
    const [, own = ''] = /127\.0\.0\.1:(\d+)/.exec(said.find((one) => one.startsWith('serves')) ?? '') ?? []
    const heard = listenTo(Number(own))
    await expect.poll(heard).toEqual(texts)
    played.abort()
    await playing
  })

  test('is sent to a client that comes later from its begin', async () => {
    const relay = await serveFeed(0)
    onTestFinished(relay.stop)
    await relay.take(line(0, '$A,1'))
    const heard = listenTo(relay.port)
    await expect.poll(heard).toEqual(['$A,1'])
    await relay.take(line(5, '$B,2'))
    await expect.poll(heard).toEqual(['$A,1', '$B,2'])
    relay.reset()
    await relay.take(line(0, '$A,1'))
    const later = listenTo(relay.port)
    await expect.poll(later).toEqual(['$I,"00:00:00.000","1 jan 01"', '$A,1'])
  })
})

describe('the pace of a recording', () => {
  test.each([
    [1, 4000],
    [10, 400],
    [100, 40],
  ])('at %i times its speed takes the last entry after %i ms', async (speed, end) => {
    const time = manualTime()
    const taken: number[] = []
    async function* entries() {
      for (const at of [0, 1000, 1000, 4000]) yield line(at, 'x')
    }
    const player = { take: () => void taken.push(time.elapsed()) }
    const played = playRecording(entries(), player, { speed, timers: time, signal: new AbortController().signal })
    await time.pass(end - 1)
    expect(taken).toEqual([0, end / 4, end / 4])
    await time.pass(1)
    expect(taken.at(-1)).toBe(end)
    expect(await played).toBe(true)
  })

  test('ends at once when it is stopped', async () => {
    const stopped = new AbortController()
    async function* entries() {
      yield line(3_600_000, 'x')
    }
    const take = vi.fn()
    const played = playRecording(entries(), { take }, { speed: 1, timers: systemTimers, signal: stopped.signal })
    stopped.abort()
    expect(await played).toBe(false)
    expect(take).not.toHaveBeenCalled()
  })
})

describe('a recorded folder', () => {
  test('has each content of a file once, and is played into another folder', async () => {
    const watched = join(folder, 'data')
    mkdirSync(watched)
    writeFileSync(join(watched, 'event.yaml'), 'title: Spring\n')
    writeFileSync(join(watched, '.hidden'), 'x')
    const file = join(folder, 'day.jsonl')
    const stopped = new AbortController()
    const parts = { timers: systemTimers, random: () => 0, now: Date.now, say, signal: stopped.signal }
    const recorded = record({ source: { kind: 'folder', path: watched }, file }, parts)
    await expect.poll(() => said).toEqual(['event.yaml: 14 bytes'])
    writeFileSync(join(watched, 'event.yaml'), 'title: Spring\n')
    const latin1 = Buffer.from('Jörg\n', 'latin1')
    writeFileSync(join(watched, 'live.csv'), latin1)
    await expect.poll(() => said.at(-1)).toBe('live.csv: 5 bytes')
    rmSync(join(watched, 'event.yaml'))
    await expect.poll(() => said.at(-1)).toBe('event.yaml is gone')
    stopped.abort()
    await recorded
    expect(said.filter((one) => one.startsWith('event.yaml:'))).toHaveLength(1)

    const target = join(folder, 'played')
    await replay(
      { file, speed: 100, port: 0, folder: target, loop: false },
      { timers: systemTimers, say, signal: new AbortController().signal },
    )
    expect(readFileSync(join(target, 'live.csv'))).toEqual(latin1)
    expect(existsSync(join(target, 'event.yaml'))).toBe(false)
  })

  test('does not hold its own recording', async () => {
    const file = join(folder, 'day.jsonl')
    const stopped = new AbortController()
    const parts = { timers: systemTimers, random: () => 0, now: Date.now, say, signal: stopped.signal }
    const recorded = record({ source: { kind: 'folder', path: folder }, file }, parts)
    for (const name of ['a.csv', 'b.csv', 'c.csv']) {
      writeFileSync(join(folder, name), 'Name\n')
      await expect.poll(() => said.at(-1)).toBe(`${name}: 5 bytes`)
    }
    stopped.abort()
    await recorded
    expect(said.at(-1)).toBe(`${file}: 3 saved files`)
  })

  test('writes nothing outside of the folder that it is played into', async () => {
    const inner = join(folder, 'inner')
    const player = writeFiles(inner)
    for (const path of ['../out', join(folder, 'out'), 'a/../../out', 'a/b/in']) {
      await player.take({ kind: 'file', at: 0, path, bytes: Buffer.from('x') })
    }
    expect(existsSync(join(folder, 'out'))).toBe(false)
    expect(existsSync(join(inner, 'a', 'b', 'in'))).toBe(true)
  })

  test('needs the name of a folder', async () => {
    const file = recording('folder', [])
    const options = { file, speed: 1, port: 0, folder: undefined, loop: false }
    const parts = { timers: systemTimers, say, signal: new AbortController().signal }
    await expect(replay(options, parts)).rejects.toThrow('--folder DIR')
  })
})

test('given a file that exists, when a recording is made into it, then it stays as it is', async () => {
  const file = recording('feed', [line(0, '$A,1')])
  const before = readFileSync(file, 'utf8')
  const parts = { timers: systemTimers, random: () => 0, now: Date.now, say, signal: new AbortController().signal }
  await expect(record({ source: { kind: 'folder', path: folder }, file }, parts)).rejects.toThrow('exists already')
  expect(readFileSync(file, 'utf8')).toBe(before)
})
