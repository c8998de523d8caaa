import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { formatHeader, formatRecorded } from '../../cli/recording/recorded.ts'
import { replayRecording } from './replay-recording.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-demo-replay-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('given a recorded folder, when the demo replays it, then its files are in the data folder until it is stopped', async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  const base = temporaryFolder()
  const [file, folder] = [join(base, 'day.jsonl'), join(base, 'data')]
  const saved = { kind: 'file', at: 0, path: 'event.yaml', bytes: Buffer.from('title: Spring\n') } as const
  writeFileSync(file, formatHeader({ kind: 'folder', source: 'data', began: '2026-11-30' }) + formatRecorded(saved))
  const stopped = new AbortController()
  const played = replayRecording({ file, speed: 100, examples: base, folder }, stopped.signal)
  expect(existsSync(folder)).toBe(true)
  await expect
    .poll(() => existsSync(join(folder, 'event.yaml')) && readFileSync(join(folder, 'event.yaml'), 'utf8'))
    .toBe('title: Spring\n')
  stopped.abort()
  await played
})

test('given a file that is no recording, when the demo replays it, then an error says so', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt'), 'hello\n')
  const parts = { file: join(folder, 'a.txt'), speed: 1, examples: folder, folder }
  await expect(replayRecording(parts, new AbortController().signal)).rejects.toThrow(OptionError)
})
