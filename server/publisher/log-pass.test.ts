import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { PipelineState } from '../../lib/server-api/pipeline-state.ts'
import { logPass } from './log-pass.ts'

const state: PipelineState = { data_folder: 'data', files: [], entries: 3, problems: [], warnings: [] }
const warned = (...codes: readonly string[]): PipelineState => {
  return { ...state, warnings: codes.map((code, index) => ({ code, message: `${code} ${index}` })) }
}
const problem = { code: 'file_missing', message: 'live.csv: there is no such file.', hint: 'Save it.' }

/** The lines that two passes log, one after the other. */
function lines(before: PipelineState, after: PipelineState): string[] {
  const logged: string[] = []
  const logger = pino(
    { base: null, timestamp: false },
    { write: (line: string) => void logged.push(JSON.parse(line).msg) },
  )
  logPass(logger, before, after, { kind: 'unchanged' })
  return logged
}

test('given warnings of new kinds, then each kind has one line, and the state has one', () => {
  expect(lines(state, warned('mojibake', 'mojibake', 'fewer_runs'))).toEqual([
    'mojibake 0',
    'fewer_runs 2',
    'the state is now: Publishing, with 3 warnings',
  ])
})

test('given more warnings of a known kind, then nothing is logged', () => {
  expect(lines(warned('mojibake'), warned('mojibake', 'mojibake'))).toEqual([])
})

test('given a problem, then it is logged once with its remedy, and so is its end', () => {
  const stuck = { ...state, problems: [problem], stalled_since: 1 }
  expect(lines(state, stuck)).toEqual([
    'live.csv: there is no such file. Save it.',
    'the state is now: Stuck: the files cannot be published',
  ])
  expect(lines(stuck, stuck)).toEqual([])
  expect(lines(stuck, state)).toEqual(['the files can be used again', 'the state is now: Publishing'])
})

test('given a list that empties drivers, then the line says how many', () => {
  const held = {
    id: 'a',
    reason: 'many_emptied',
    lost: [],
    emptied: ['Ann', 'Bob'],
    shown: 3,
    found: 3,
    since: 1,
  } as const
  expect(lines(state, { ...state, held })[0]).toBe(
    'held: the files have 3 drivers where 3 are shown, 0 of them gone, and 2 without their class, number or runs',
  )
})
