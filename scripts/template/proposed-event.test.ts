import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexTables } from '../../server/publisher/index-tables/index-tables.ts'
import { type MadeUpFile, proposedList } from './proposed-list.fixture.ts'

const csv = (...lines: readonly string[]): MadeUpFile => ['r.csv', `${lines.join('\n')}\n`]

async function eventOf(file: MadeUpFile) {
  const { event, trial } = await proposedList(file)
  if (trial.kind === 'problem') throw new Error(trial.problem.message)
  return { text: event, event: trial.event, warnings: trial.warnings }
}

test.each([
  [
    'the best run',
    { scoring: 'best_run' },
    csv('Name,Class,Run 1,Run 2,Total', 'Ada Lund,A,40.5,40.1+1,40.500', 'Bo Rask,A,42,41.5,41.500'),
  ],
  [
    'the best run, with a second for each cone',
    { scoring: 'best_run', penalties: { cone_seconds: 1, gate_seconds: 10 } },
    csv(
      'Name,Class,Run 1,Run 2,Total',
      'Ada Lund,A,40.5,39.1+1,40.100',
      'Bo Rask,A,42+2,43.5,43.500',
      'Cy Dahl,A,45,42.0+2,44',
    ),
  ],
  [
    'the best run, of times that hold their cones',
    { scoring: 'best_run', penalties: { cone_seconds: 0, gate_seconds: 10 } },
    csv(
      'Name,Class,Run 1,Run 2,Best',
      'Ada Lund,A,40.5,40.1+1,40.1',
      'Bo Rask,A,42,41.5+2,41.5',
      'Cy Dahl,A,45,45.5,45',
    ),
  ],
  [
    'the sum of all runs',
    { scoring: 'cumulative', drop_slowest: 0 },
    csv('Name,Class,Run 1,Run 2,Total', 'Ada Lund,A,60.5,60.1,2:00.600', 'Bo Rask,A,62,61.5,2:03.500'),
  ],
  [
    'the sum of all runs but the slowest',
    { scoring: 'cumulative', drop_slowest: 1 },
    csv('Name,Class,Run 1,Run 2,Run 3,Total', 'Ada Lund,A,60.5,60.1,60.2,2:00.300', 'Bo Rask,A,62,61.5,61,2:02.500'),
  ],
  [
    'the sum of the best run of each day',
    { scoring: 'sum_of_best' },
    csv(
      'Name,Class,Day 1 Run 1,Day 1 Run 2,Day 2 Run 1,Total',
      'Ada Lund,A,60.5,60.1,61,121.100',
      'Bo Rask,A,62,61.5,60,121.500',
    ),
  ],
  [
    'the best lap',
    { scoring: 'best_lap' },
    csv('Name,Class,Lap 1,Lap 2,Best Lap', 'Ada Lund,A,1:40.5,1:39.1,1:39.100', 'Bo Rask,A,1:42.5,1:41.5,1:41.500'),
  ],
  [
    'the sum of all laps',
    { scoring: 'laps_then_time', time_format: 'minutes' },
    csv('Name,Class,Lap 1,Lap 2,Time', 'Ada Lund,A,1:40.5,1:39.1,3:19.6', 'Bo Rask,A,1:42.5,1:41.5,3:24'),
  ],
])('given totals that are %s, then the rules make them, and no total differs', async (_what, rules, file) => {
  const { event, warnings } = await eventOf(file)
  expect(event).toMatchObject(rules)
  expect(warnings.filter(({ code }) => code === 'total_differs')).toEqual([])
})

test('given entries with as many runs, then the number of runs is only a comment: more may come', async () => {
  const { text, event } = await eventOf(csv('Name,Class,Run 1,Run 2', 'Ada Lund,A,40.5,41', 'Bo Rask,A,42,43'))
  expect(text).toContain('\n# runs_per_entry: 2 #')
  expect(event.runs_per_entry).toBeUndefined()
})

test('given no totals, then the comment says that the rule is a guess', async () => {
  const { text } = await eventOf(csv('Name,Class,Run 1', 'Ada Lund,A,40.5', 'Bo Rask,A,42'))
  expect(text).toMatch(/^scoring: best_run # a guess/m)
})

test('given indexed times by one season, then the table is named, and classes with an index of their own have it', async () => {
  const codes = ['SS', 'AS', 'BS', 'CSP', 'FSP']
  const property = fc.asyncProperty(
    fc.constantFrom(...Object.keys(indexTables)),
    fc.nat(codes.length),
    async (name, at) => {
      const table = indexTables[name]?.classes ?? {}
      const indexOf = (code: string, place: number) => (place === at ? 0.777 : (table[code] ?? 1))
      const rows = codes
        .filter((code) => table[code])
        .flatMap((code, place) =>
          [50_123, 61_001].map((time, more) => {
            const indexed = Math.floor(time * indexOf(code, place)) / 1000
            return `Ada ${'x'.repeat(place + 1)} ${more === 0 ? 'Lund' : 'Rask'},${code},${place}${more},${time / 1000},${time / 1000},${indexed.toFixed(3)}`
          }),
        )
      const { text, event } = await eventOf(csv('Name,Class,Number,Run 1,Total,PAX', ...rows))
      expect(text).toContain(`\nindex_table: ${name} `)
      for (const [place, code] of codes.filter((one) => table[one]).entries()) {
        expect(event.classes.find((one) => one.code === code)?.index, code).toBe(indexOf(code, place))
      }
    },
  )
  await fc.assert(property, { numRuns: 20 })
})

test('given classes of the SCCA without indexed times, then the table is there as a comment', async () => {
  const { text, event } = await eventOf(csv('Name,Class,Run 1', 'Ada Lund,SS,40.5', 'Bo Rask,AS,42', 'Cy Dahl,X1,43'))
  expect(text).toContain('\n# index_table: scca-2026 ')
  expect(event.classes.map(({ code }) => code)).toEqual(['SS', 'AS', 'X1'])
})

test('given codes and titles that YAML reads as something else, then the event has them as they are written', async () => {
  const title = 'Slalom: round #4, "the big one"'
  const file = csv(
    title,
    '',
    'Name;Class;Run 1',
    ...['01', '2.0', 'no', 'A: B', '{x}', '-'].map((code, at) => `Ada ${'x'.repeat(at + 1)}y Lund;${code};40.5`),
  )
  const { event } = await eventOf(file)
  expect(event.title).toContain('round #4')
  expect(event.classes.map(({ code }) => code)).toEqual(['01', '2.0', 'no', 'A: B', '{x}', '-'])
})
