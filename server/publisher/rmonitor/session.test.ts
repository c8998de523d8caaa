import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTime } from '../../../lib/record/run.ts'
import { dumpAfter } from '../../../testing/feed/dump-after.ts'
import { kartSession } from '../../../testing/feed/made-up-karts.ts'
import type { MadeUpSession } from '../../../testing/feed/made-up-session.ts'
import { seededRandom, shuffled } from '../../../testing/seeded-random.ts'
import { heard } from './heard.fixture.ts'
import { beginConnection } from './session.ts'
import { type TimedEntry, timingOf } from './timing.ts'

const textsOf = ({ lines }: MadeUpSession) => lines.map(({ line }) => line)
const results = ({ id, number, position, laps, total_time, best_lap }: TimedEntry) => {
  return { id, number, position, laps, total_time, best_lap }
}
const finishersOf = ({ finishers }: MadeUpSession) =>
  finishers.map(({ id, number, laps, total, best }, index) => {
    return { id, number, position: index + 1, laps, total_time: formatTime(total), best_lap: formatTime(best) }
  })
const race = fc.record({ seed: fc.nat(10_000), count: fc.integer({ min: 1, max: 9 }), duration: fc.constant(150) })
const cut = fc.double({ min: 0, max: 1, noNaN: true })
/** Where a share of a whole ends. */
const at = (share: number, whole: readonly unknown[]) => Math.floor(share * whole.length)

describe('a session of a whole feed', () => {
  test('has the positions, laps, total times and best laps that the feed says last', () => {
    fc.assert(
      fc.property(race, (settings) => {
        const made = kartSession(settings)
        expect(timingOf(heard(textsOf(made))).entries.map(results)).toEqual(finishersOf(made))
      }),
      { numRuns: 30 },
    )
  })

  test('has a run for each lap, which add up to the total time since the first passing', () => {
    const made = kartSession()
    for (const { runs, laps, total_time, id } of timingOf(heard(textsOf(made))).entries) {
      expect(runs).toHaveLength(laps ?? 0)
      const sum = runs.reduce((total, run) => total + Math.round(Number(run) * 1000), 0)
      const first = made.lines.find(({ line }) => line.startsWith(`$J,"${id}","00:00:00.000"`))?.line.slice(-7, -1)
      expect(sum + Math.round(Number(first) * 1000)).toBe(Math.round(Number(total_time) * 1000))
    }
  })

  test('has names, classes, flag and track', () => {
    const timing = timingOf(heard(textsOf(kartSession())))
    expect(timing.session).toEqual({ name: 'Race 1', track: 'Harbour Circuit', flag: 'Finish', laps_to_go: undefined })
    expect(timing.entries.find(({ id }) => id === 'K7')).toMatchObject({
      ...{ name: 'Dan "Dizzy" Patel', first_name: 'Dan "Dizzy"', last_name: 'Patel' },
      ...{ class: 'Senior', number: '17', transponder: '4006', nationality: 'NZL' },
    })
  })
})

describe('given a feed that is cut', () => {
  test('when everything is sent again, then the session is the one of the whole feed', () => {
    fc.assert(
      fc.property(race, cut, cut, (settings, first, second) => {
        const lines = textsOf(kartSession(settings))
        const once = beginConnection(heard(lines.slice(0, at(first, lines))))
        const twice = beginConnection(heard(lines.slice(0, at(second, lines)), once))
        expect(timingOf(heard(lines, twice))).toEqual(timingOf(heard(lines)))
      }),
      { numRuns: 30 },
    )
  })

  test('when the newest results are sent and the feed goes on, then positions, laps and times are right', () => {
    fc.assert(
      fc.property(race, cut, cut, (settings, first, second) => {
        const made = kartSession(settings)
        const lines = textsOf(made)
        const [end, begin] = [at(first, lines), at(second, lines)].sort((a, b) => a - b) as [number, number]
        const before = beginConnection(heard(lines.slice(0, end)))
        const after = heard([...dumpAfter(made, begin), ...lines.slice(begin)], before)
        expect(timingOf(after).entries.map(results)).toEqual(finishersOf(made))
      }),
      { numRuns: 30 },
    )
  })

  test('when one lap was missed, then it has the time between the passings around it', () => {
    const lines = ['$G,1,"K1",,"00:00:02.000"', '$J,"K1","00:00:30.000","00:00:32.000"', '$G,1,"K1",1,"00:00:32.000"']
    const rest = ['$J,"K1","00:00:31.000","00:01:34.500"', '$G,1,"K1",3,"00:01:34.500"']
    const missed = '$G,1,"K1",2,"00:01:03.500"'
    const runs = (all: readonly string[]) => timingOf(heard(all)).entries[0]?.runs
    expect(runs([...lines, missed, ...rest])).toEqual(['30.000', '31.500', '31.000'])
    expect(runs([...lines, ...rest])).toEqual(['30.000', '', '31.000'])
  })

  test('when another run has begun meanwhile, then nothing of the last one is left', () => {
    const [practice, final] = [kartSession({ seed: 3 }), kartSession({ seed: 4, run: { id: '26', name: 'Final' } })]
    const before = beginConnection(heard(textsOf(practice)))
    expect(timingOf(heard(textsOf(final), before))).toEqual(timingOf(heard(textsOf(final))))
    const results = dumpAfter(final, textsOf(final).length)
    expect(timingOf(heard(results, before)).entries).toEqual(timingOf(heard(results)).entries)
  })
})

describe('a line that comes again or in another order', () => {
  test('given that every line comes twice, then the session is the same', () => {
    const lines = textsOf(kartSession())
    expect(timingOf(heard(lines.flatMap((line) => [line, line])))).toEqual(timingOf(heard(lines)))
  })

  test('given that names, classes and results come in any order, then the session is the same', () => {
    const lines = textsOf(kartSession({ count: 5 }))
    const isName = (line: string) => /^\$(?:A|COMP|C|E),/.test(line)
    fc.assert(
      fc.property(fc.nat(), cut, (seed, share) => {
        const rest = lines.filter((line) => !isName(line))
        const names = shuffled(lines.filter(isName), seededRandom(seed))
        const mixed = [...rest.slice(0, at(share, rest)), ...names, ...rest.slice(at(share, rest))]
        expect(timingOf(heard(mixed))).toEqual(timingOf(heard(lines)))
      }),
      { numRuns: 30 },
    )
  })

  test('given a clock of another second, or a position that is known, then the session is the same object', () => {
    const session = heard(textsOf(kartSession()))
    const clock = '$F,9999,"00:00:00","14:07:09","00:05:59","Finish"'
    const position = textsOf(kartSession()).findLast((line) => line.startsWith('$G,')) ?? ''
    expect(heard([clock, position], session)).toBe(session)
  })
})

describe('a reset', () => {
  test('takes results away and keeps names, until others are named', () => {
    const reset = heard(['$I,"14:20:00.000","30 nov 26"'], heard(textsOf(kartSession({ count: 3 }))))
    const cleared = timingOf(reset).entries
    expect(cleared.map(({ id, runs, position }) => [id, runs, position])).toEqual(
      ['K1', 'K2', 'K3'].map((id) => [id, [], undefined]),
    )
    const [first] = timingOf(heard(['$G,1,"K2",1,"00:00:35.000"'], reset)).entries
    expect(first).toMatchObject({ id: 'K2', name: cleared[1]?.name, laps: 1 })
  })
})

describe('laps that timekeepers take away', () => {
  const lines = [
    '$J,"K1","00:00:30.000","00:00:31.000"',
    '$G,1,"K1",1,"00:00:31.000"',
    '$J,"K1","00:00:29.000","00:01:00.000"',
    '$G,1,"K1",2,"00:01:00.000"',
    '$H,1,"K1",2,"00:00:29.000"',
  ]
  const entry = (more: readonly string[]) => timingOf(heard([...lines, ...more])).entries[0]

  test('are gone when the position counts fewer', () => {
    expect(entry(['$G,1,"K1",1,"00:00:31.000"'])).toMatchObject({ laps: 1, runs: ['30.000'], last_lap: '30.000' })
  })

  test('do not count when a slower lap is the best', () => {
    expect(entry(['$H,1,"K1",1,"00:00:30.000"'])).toMatchObject({ runs: ['30.000', '29.000+DSQ'], best_lap: '30.000' })
  })

  test('are not meant when a faster lap follows whose best is still to come', () => {
    expect(entry(['$J,"K1","00:00:28.000","00:01:28.000"'])?.runs).toEqual(['30.000', '29.000', '28.000'])
  })
})
