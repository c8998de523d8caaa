import { expect, test } from 'vitest'
import { conditionOf, conditionWords } from './condition.ts'

const well = { problems: [], warnings: [] }
const problem = { code: 'event_file', message: 'a fault', hint: 'mend it' }
const warning = { code: 'mojibake', message: 'a name' }
const held = { id: 'a', reason: 'some_lost', lost: ['Ann'], emptied: [], shown: 2, found: 1, since: 1 } as const

test.each([
  ['nothing is wrong', well, 'publishing', 'Publishing'],
  ['there is a warning', { ...well, warnings: [warning] }, 'warned', 'Publishing, with 1 warning'],
  [
    'one line stands for 7 warnings',
    { ...well, warnings: [warning, { ...warning, count: 7 }] },
    'warned',
    'Publishing, with 8 warnings',
  ],
  ['event.yaml has a fault', { ...well, problems: [problem] }, 'warned', 'Publishing, with 1 warning'],
  [
    'the files cannot be used',
    { ...well, problems: [problem], stalled_since: 1 },
    'stuck',
    'Stuck: the files cannot be published',
  ],
  ['no pass was made for long', { ...well, stalled_since: 1 }, 'stuck', 'Stuck: the files cannot be published'],
  ['a list is held, with warnings', { ...well, warnings: [warning], held, stalled_since: 1 }, 'held', 'Holding a list'],
])('given that %s, then the condition and its words follow the worst', (_what, state, condition, words) => {
  expect([conditionOf(state), conditionWords(state)]).toEqual([condition, words])
})
