import { expect, test } from 'vitest'
import type { RunChange } from '../../../lib/day/day-history.ts'
import { changesOf, historyAnswerSchema } from '../../../lib/day/history-answer.ts'
import { byName } from '../../../lib/record/driver.ts'
import { eventSchema } from '../../../lib/record/event.ts'
import { beginLog } from '../../log/begin-log.ts'
import { createHistoryAnswers } from './history-answers.ts'

const event = eventSchema.parse({ title: 'Test', classes: [{ code: 'SS' }, { code: 'STR', group: 'N' }] })
const change = (driver_name: string, version: number): RunChange => {
  return { version, at: version * 10, driver_name, course: 0, run: version, text_before: '', text: '40.000' }
}

function createDay() {
  let reads = 0
  const drivers = byName([
    { driver_name: 'Ann', class: 'ss' },
    { driver_name: '__proto__', class: 'STR' },
  ])
  let state = { ...beginLog(0, []), version: 9, drivers, event }
  const changes = [change('Ann', 1), change('__proto__', 2), change('Ann', 3)]
  return {
    state: () => state,
    changes() {
      reads += 1
      return changes
    },
    get reads() {
      return reads
    },
    next() {
      state = { ...state, version: state.version + 1 }
    },
  }
}

const parse = (json: string) => historyAnswerSchema.parse(JSON.parse(json))

test('a history answer without a class has the changes of all entries, with each name once', () => {
  const day = createDay()
  const { json, etag } = createHistoryAnswers(day)()
  const answer = parse(json)
  expect(answer).toMatchObject({ log: day.state().log, version: 9 })
  expect(answer.entries.map(({ driver_name }) => driver_name)).toEqual(['Ann', '__proto__'])
  expect(changesOf(answer)).toEqual(day.changes())
  expect(etag).toBe(`W/"${day.state().log}.9"`)
})

test('a history answer has the changes of one competing class, in any case; of an unknown class it has none', () => {
  const answers = createHistoryAnswers(createDay())
  const names = (code: string) => parse(answers(code).json).entries.map(({ driver_name }) => driver_name)
  expect(names(' Ss ')).toEqual(['Ann'])
  expect(names('n')).toEqual(['__proto__'])
  expect(names('STR')).toEqual([])
  expect(names('nonsense')).toEqual([])
  expect(names('')).toEqual([])
})

test('a history answer is encoded once per version', () => {
  const day = createDay()
  const answers = createHistoryAnswers(day)
  const first = answers('SS')
  for (let asked = 0; asked < 50; asked += 1) expect(answers('ss')).toBe(first)
  expect(day.reads).toBe(1)
  day.next()
  expect(answers('SS').etag).not.toBe(first.etag)
  expect(day.reads).toBe(2)
})
