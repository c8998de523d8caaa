import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../testing/any-text.ts'
import { newsBetween } from '../day/news.ts'
import type { Driver } from '../record/driver.ts'
import { defaultEvent } from '../record/event.ts'
import { standingsOf } from '../standings/create-standings.ts'
import { joinSpoken, type Speaker, spokenNews } from './spoken-news.ts'

const event = defaultEvent('Test')

interface Options {
  readonly speaker?: Speaker
  readonly rules?: typeof event
  readonly name?: string
  readonly code?: string
}

/** The sentences about a driver with changed runs, in a class with Ann, who has 40.000. */
function sentences(before: Driver['runs'], after: Driver['runs'], options: Options = {}) {
  const { speaker = 'screen_reader', rules = event, name = 'Ian O’Malley', code = 'STR' } = options
  const own: Driver = { driver_name: name, class: code }
  const ann: Driver = { driver_name: 'Ann', class: own.class, runs: ['40.000'] }
  const now = standingsOf([ann, { ...own, runs: after }], rules)
  const news = newsBetween(standingsOf([ann, { ...own, runs: before }], rules), now, 7, 0)
  return news.map((one) => spokenNews(one, now, speaker))
}

describe('the sentence of a new run', () => {
  test.each([
    ['a better run', 'run 2: 40.934, personal best, 2nd in STR', ['42.0'], ['42.0', '40.934']],
    ['a first run', 'run 1: 39.500, 1st in STR', [], ['39.5']],
    ['a slower run', 'run 2: 40.900, 1st in STR', ['39.0'], ['39.0', '40.9']],
    ['an equal time', 'run 1: 40.000, tied for 1st in STR', [], ['40.000']],
    ['a cone', 'run 1: 41.266 plus 1 cone, 2nd in STR', [], ['41.266+1']],
    ['cones and gates', 'run 1: 50.001 plus 2 cones plus 1 gate, 2nd in STR', [], ['50.001+2/1']],
    ['a DNF', 'run 1: did not finish', [], ['61.078+DNF']],
    ['a disqualification', 'run 2: disqualified, 1st in STR', ['39.0'], ['39.0', 'DQ']],
    ['a rerun', 'run 2: rerun, 1st in STR', ['39.0'], ['39.0', '39.9+RRN']],
    ['more than a minute', 'run 1: 103.769, 2nd in STR', [], ['103.769']],
  ])('for %s ends with “%s”', (_what, sentence, before, after) => {
    expect(sentences(before, after)).toEqual([`Ian O’Malley, ${sentence}`])
  })

  test('has minutes as words when the event shows minutes', () => {
    const rules = { ...event, time_format: 'minutes' as const }
    expect(sentences([], ['103.769'], { rules })).toEqual(['Ian O’Malley, run 1: 1 minute 43.769, 2nd in STR'])
    expect(sentences([], ['125.004'], { rules })).toEqual(['Ian O’Malley, run 1: 2 minutes 5.004, 2nd in STR'])
    expect(sentences([], ['40.934'], { rules })).toEqual(['Ian O’Malley, run 1: 40.934, 2nd in STR'])
  })

  test('has the course if there are several, and the class if there is one', () => {
    const rules = { ...event, scoring: 'sum_of_best' as const }
    expect(sentences([['41.0'], []], [['41.0'], ['50.0']], { rules })[0]).toMatch(
      /^Ian O’Malley, course 2, run 1: 50.000/,
    )
    expect(sentences([], ['41.0'], { code: '' })).toEqual(['Ian O’Malley, run 1: 41.000, 2nd'])
  })
})

test('the sentence of a correction has the run before and after, and the position', () => {
  expect(sentences(['39.934'], ['39.934+1'])).toEqual([
    'Ian O’Malley, run 1 corrected from 39.934 to 39.934 plus 1 cone, now 2nd in STR',
  ])
  expect(sentences(['DNF'], ['39.0'])).toEqual([
    'Ian O’Malley, run 1 corrected from did not finish to 39.000, now 1st in STR',
  ])
  expect(sentences(['41.0', '39.0'], ['41.0'])).toEqual(['Ian O’Malley, run 2 39.000 taken away, now 2nd in STR'])
})

describe('a sentence for a speech engine', () => {
  test.each([
    ['STR', 'S T R'],
    ['ss', 'S S'],
    ['ST', 'S T'],
    ['XS-A', 'X S-A'],
    ['HCSX', 'H C S X'],
    ['CAMC', 'CAMC'],
    ['S1', 'S1'],
  ])('has class %s as %s', (code, letters) => {
    expect(sentences([], ['41.0'], { speaker: 'speech', code })[0]).toMatch(new RegExp(`2nd in ${letters}$`))
  })

  test('has names without markup, cut at 60 characters', () => {
    const name = (whole: string) => sentences([], ['41'], { speaker: 'speech', name: whole })[0]?.split(', run')[0]
    expect(name('<audio src="x"/> Tom & Jerry')).toBe('audio src="x"/ Tom and Jerry')
    expect([...(name('🏁'.repeat(200)) ?? '')]).toHaveLength(60)
    expect(name('__proto__')).toBe('__proto__')
    expect(sentences([], ['<b>'], { speaker: 'speech', code: '<i>' })).toEqual(['Ian O’Malley, run 1: b'])
  })

  test('has no markup for any name', () => {
    fc.assert(
      fc.property(anyText({ minLength: 1 }), (name) => {
        expect(sentences([], ['41'], { speaker: 'speech', name }).join()).not.toMatch(/[<>&]/)
      }),
    )
  })
})

test('sentences are joined up to three, and further ones are counted', () => {
  expect(joinSpoken(['One, run 1: 40.000'])).toBe('One, run 1: 40.000.')
  expect(joinSpoken(['One', 'Two', 'Three'])).toBe('One. Two. Three.')
  expect(joinSpoken(['One', 'Two', 'Three', 'Four', 'Five'])).toBe('One. Two. Three. and 2 more.')
})
