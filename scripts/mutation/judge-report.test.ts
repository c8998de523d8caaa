import { expect, test } from 'vitest'
import type { AcceptedSurvivor } from './accepted-survivors.ts'
import { judgeFile, type Report } from './judge-report.ts'

const source = 'const first = 1\nconst ready = left &&\n  right\n'
const operator = {
  mutatorName: 'LogicalOperator',
  replacement: 'left ||\n  right',
  location: { start: { line: 2, column: 15 }, end: { line: 3, column: 8 } },
}
const entry: AcceptedSurvivor = { mutator: 'LogicalOperator', from: 'left && right', to: 'left || right', reason: '' }

function reportWith(...statuses: readonly string[]): Report {
  return { files: { 'lib/ready.ts': { source, mutants: statuses.map((status) => ({ ...operator, status })) } } }
}

function judge(statuses: readonly string[], accepted: readonly AcceptedSurvivor[] = [], threshold = 50) {
  return judgeFile(reportWith(...statuses), 'lib/ready.ts', threshold, { 'ready.ts': accepted })
}

test('a file is good when all its mutants are killed, by a failed test or by a timeout', () => {
  expect(judge(['Killed', 'Timeout'])).toMatchObject({ killed: 2, score: 100, isGood: true })
})

test.each(['Survived', 'NoCoverage'])(
  'an unlisted mutant with the status %s fails its file and has its code on one line',
  (status) => {
    const unlisted = [{ line: 2, mutator: 'LogicalOperator', from: 'left && right', to: 'left || right' }]
    expect(judge(['Killed', status])).toMatchObject({ unlisted, isGood: false })
  },
)

test('a listed survivor is accepted, whatever its folder and its line are', () => {
  expect(judge(['Killed', 'Survived'], [entry])).toMatchObject({ accepted: 1, unlisted: [], isGood: true })
})

test('one entry accepts one of two equal survivors', () => {
  const verdict = judge(['Killed', 'Survived', 'Survived'], [entry], 0)
  expect([verdict.accepted, verdict.unlisted.length, verdict.isGood]).toEqual([1, 1, false])
  expect(judge(['Killed', 'Survived', 'Survived'], [entry, entry], 0).isGood).toBe(true)
})

test.each([
  { ...entry, mutator: 'EqualityOperator' },
  { ...entry, from: 'left' },
  { ...entry, to: 'true' },
])('an entry with another mutator, code or replacement accepts nothing and is outdated', (other) => {
  const verdict = judge(['Killed', 'Survived'], [other])
  expect(verdict).toMatchObject({ accepted: 0, outdated: [other], isGood: false })
  expect(verdict.unlisted).toHaveLength(1)
})

test('an entry whose mutant is killed is outdated and fails its file', () => {
  expect(judge(['Killed'], [entry])).toMatchObject({ outdated: [entry], isGood: false })
})

test('a file below its threshold fails although every survivor is listed', () => {
  expect(judge(['Killed', 'Survived'], [entry], 51)).toMatchObject({ score: 50, unlisted: [], isGood: false })
})

test('a mutant without a verdict fails its file and does not count in the score', () => {
  expect(judge(['Killed', 'RuntimeError'])).toMatchObject({ undecided: 1, score: 100, isGood: false })
})

test('a file that is missing in the report fails', () => {
  expect(judgeFile(reportWith('Killed'), 'lib/other.ts', 0, {})).toMatchObject({ killed: 0, isGood: false })
})
