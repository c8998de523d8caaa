import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { OptionError } from '../options/option-error.ts'
import { openRecording } from './open-recording.ts'
import { formatHeader, formatRecorded, parseRecorded, type Recorded } from './recorded.ts'

const folder = mkdtempSync(join(tmpdir(), 'paddock-recording-'))
afterAll(() => rmSync(folder, { recursive: true }))

const header = formatHeader({ kind: 'feed', source: '10.0.0.5:50000', began: '2026-11-30T14:00:00.000Z' })
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
  fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
)
const recorded: fc.Arbitrary<Recorded> = fc.oneof(
  fc.record({ kind: fc.constant('line'), at: fc.nat(), bytes }),
  fc.record({
    kind: fc.constant('file'),
    at: fc.nat(),
    path: fc.string({ minLength: 1 }),
    bytes: fc.option(bytes, { nil: undefined }),
  }),
)

async function entriesOf(text: string): Promise<readonly Recorded[]> {
  const path = join(folder, 'day.jsonl')
  writeFileSync(path, text)
  const entries: Recorded[] = []
  for await (const entry of (await openRecording(path)).entries()) entries.push(entry)
  return entries
}

test('given any bytes, when they are recorded and read, then they are the same', () => {
  fc.assert(
    fc.property(recorded, (one) => {
      expect(parseRecorded(formatRecorded(one))).toEqual(one)
    }),
  )
})

test('given text in UTF-8, when it is recorded, then people can read it in the recording', () => {
  const line = formatRecorded({ kind: 'line', at: 1003, bytes: Buffer.from('$B,25,"Tūī"') })
  expect(line).toBe('{"at":1003,"line":{"text":"$B,25,\\"Tūī\\""}}\n')
})

test('given a recording that is cut off anywhere, when it is read, then all whole entries are there', async () => {
  const texts = ['$A,1', '$B,"Jörg"', '$C,3'].map((text, at) =>
    formatRecorded({ kind: 'line', at, bytes: Buffer.from(text) }),
  )
  const whole = Buffer.from(header + texts.join(''))
  const ends = texts.map((_, index) => Buffer.byteLength(header + texts.slice(0, index + 1).join('')) - 1)
  for (let length = Buffer.byteLength(header); length <= whole.length; length += 1) {
    const path = join(folder, 'cut.jsonl')
    writeFileSync(path, whole.subarray(0, length))
    const found: Recorded[] = []
    for await (const entry of (await openRecording(path)).entries()) found.push(entry)
    expect(found).toHaveLength(ends.filter((end) => end <= length).length)
  }
})

test('given a line that is no entry, when the recording is read, then the others are there', async () => {
  const line = formatRecorded({ kind: 'line', at: 5, bytes: Buffer.from('$A,1') })
  expect(await entriesOf(`${header}# by hand\n${line}{"at":-1}\n${line}`)).toHaveLength(2)
})

test('given a file that is no recording, when it is opened, then an error says so', async () => {
  const path = join(folder, 'other.jsonl')
  appendFileSync(path, '{"at":5}\n')
  await expect(openRecording(path)).rejects.toThrow(OptionError)
  await expect(openRecording(join(folder, 'missing.jsonl'))).rejects.toThrow('missing.jsonl cannot be read')
})
