import type { News, Whereabouts } from '../day/news.ts'
import { type Driver, displayName } from '../record/driver.ts'
import { formatTime, type NoTimeReason, parseRun, type TimeFormat } from '../record/run.ts'
import type { Position } from '../scoring/ranking.ts'
import type { Standings } from '../standings/standings.ts'
import { ordinal } from './ordinal.ts'

/**
 * Who says it. A screen reader has its own rules and its reader's dictionary, and may write braille: it gets what is
 * written. A speech engine reads codes as words ("ST" as "saint") and may take markup for its own: it gets letters and
 * plain names.
 */
export type Speaker = 'screen_reader' | 'speech'

const reasons: Readonly<Record<NoTimeReason, string>> = {
  DNF: 'did not finish',
  OFF: 'off course',
  DSQ: 'disqualified',
  DNS: 'did not start',
}

/** A name is heard, not studied: longer ones are cut, in characters. */
const longestName = 60

/**
 * One run or correction as one short sentence to be heard: `Ian O’Malley, run 3: 40.934, personal best, 3rd in STR`.
 * Times keep their point and three decimals, which every engine reads as "forty point nine three four"; signs become
 * words.
 */
export function spokenNews(one: News, { by_name, event, courses }: Standings, speaker: Speaker): string {
  const standing = by_name.get(one.driver_name)
  const name = spokenName(standing?.driver, one.driver_name, speaker)
  const code = speaker === 'speech' ? spelled(standing?.class_code ?? '') : (standing?.class_code ?? '')
  const run = `${courses > 1 ? `course ${one.course + 1}, ` : ''}run ${one.run + 1}`
  const place = one.after.position && `${spokenPlace(one.after.position)}${code === '' ? '' : ` in ${code}`}`
  const said = spokenRun(one.text, event.time_format, speaker)
  if (one.kind === 'run') {
    const best = isPersonalBest(one.before, one.after) ? 'personal best' : undefined
    return [`${name}, ${run}: ${said}`, best, place].filter(Boolean).join(', ')
  }
  const before = spokenRun(one.text_before, event.time_format, speaker)
  const what = one.text === '' ? `${before} taken away` : `corrected from ${before} to ${said}`
  return [`${name}, ${run} ${what}`, place && `now ${place}`].filter(Boolean).join(', ')
}

/** Several sentences as one, since they come at once; what would take too long to hear is counted. */
export function joinSpoken(sentences: readonly string[], most = 3): string {
  const more = sentences.length - most
  const said = more > 0 ? [...sentences.slice(0, most), `and ${more} more`] : sentences
  return said.map((sentence) => `${sentence}.`).join(' ')
}

function spokenRun(text: string, format: TimeFormat, speaker: Speaker): string {
  const run = parseRun(text)
  switch (run.kind) {
    case 'timed':
      return [spokenTime(run.raw, format), counted(run.cones, 'cone'), counted(run.gates, 'gate')]
        .filter(Boolean)
        .join(' plus ')
    case 'no_time':
      return reasons[run.reason]
    case 'rerun':
      return 'rerun'
    case 'not_run':
      return 'no run'
    case 'unreadable':
      return plainFor(speaker, text)
  }
}

/** `1:43.769` would be heard as a time of day. */
function spokenTime(milliseconds: number, format: TimeFormat): string {
  const minutes = Math.floor(milliseconds / 60_000)
  if (format === 'seconds' || minutes === 0) return formatTime(milliseconds)
  return `${minutes === 1 ? '1 minute' : `${minutes} minutes`} ${formatTime(milliseconds % 60_000)}`
}

function spokenPlace({ place, shared }: Position): string {
  return shared ? `tied for ${ordinal(place)}` : ordinal(place)
}

function counted(number: number, thing: string): string | undefined {
  if (number === 0) return undefined
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}

/** A better result than before; the first one is everybody's best, and goes without saying. */
function isPersonalBest(before: Whereabouts, after: Whereabouts): boolean {
  return before.total !== undefined && after.total !== undefined && after.total < before.total
}

function spokenName(driver: Driver | undefined, key: string, speaker: Speaker): string {
  const name = plainFor(speaker, driver ? displayName(driver) : key)
  return [...name].slice(0, longestName).join('')
}

/** What a file says is data: no engine is to take it for markup. */
function plainFor(speaker: Speaker, text: string): string {
  if (speaker === 'screen_reader') return text
  return text.replaceAll('&', ' and ').replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim()
}

/** Letters that no engine should take for a word: all up to three of them, and longer ones without a vowel. */
function spelled(code: string): string {
  return code
    .replace(/[<>&]/g, ' ')
    .replace(/\p{L}+/gu, (letters) =>
      letters.length <= 3 || !/[aeiouy]/i.test(letters) ? [...letters.toUpperCase()].join(' ') : letters,
    )
}
