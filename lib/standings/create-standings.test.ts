import { describe, expect, test } from 'vitest'
import { standingsLaws } from './standings-laws.fixture.ts'

/** How many days each law tries. STANDINGS_DAYS=10000 npx vitest run ... tries more. */
const days = Number(process.env.STANDINGS_DAYS ?? 1000)

/** A law that breaks reports its smallest day, its seed, and the command that tries just this day again. */
describe('standings that follow a list', () => {
  test.each(standingsLaws.map((law) => [law.title, law] as const))(
    '%s',
    (_, law) => {
      const outcome = law.check({ cases: days })
      if (outcome.kind === 'broken') expect.fail(outcome.report)
      expect(outcome.cases).toBe(days)
    },
    300_000,
  )
})
