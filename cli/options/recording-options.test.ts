import { expect, test } from 'vitest'
import { OptionError } from './option-error.ts'
import { readRecordOptions } from './record-options.ts'
import { readReplayOptions } from './replay-options.ts'

const isFolder = (path: string) => path === 'data'

test.each([
  [['10.0.0.5:50000', 'day.jsonl'], { kind: 'feed', host: '10.0.0.5', port: 50_000 }],
  [['[::1]:4000', 'day.jsonl'], { kind: 'feed', host: '::1', port: 4000 }],
  [['data', 'day.jsonl'], { kind: 'folder', path: 'data' }],
])('the source of a recording is read from %j', (parameters, source) => {
  expect(readRecordOptions(parameters, isFolder)).toEqual({ source, file: 'day.jsonl' })
})

test.each([[[]], [['data']], [['data', 'a', 'b']], [['missing', 'a']], [['10.0.0.5:70000', 'a']], [['--fast']]])(
  'a recording refuses %j',
  (parameters) => {
    expect(() => readRecordOptions(parameters, isFolder)).toThrow(OptionError)
  },
)

test('a replay without options has the speed of the recording and serves the usual port', () => {
  const usual = { file: 'day.jsonl', speed: 1, port: 50_000, folder: undefined, loop: false }
  expect(readReplayOptions(['day.jsonl'])).toEqual(usual)
  const given = ['day.jsonl', '--speed', '20', '--port', '4000', '--folder', 'there', '--loop']
  expect(readReplayOptions(given)).toEqual({ file: 'day.jsonl', speed: 20, port: 4000, folder: 'there', loop: true })
})

test.each([[[]], [['a', 'b']], [['a', '--speed', '0']], [['a', '--speed', '101']], [['a', '--folder', '']]])(
  'a replay refuses %j',
  (parameters) => {
    expect(() => readReplayOptions(parameters)).toThrow(OptionError)
  },
)
