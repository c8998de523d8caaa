import type { EntrySnapshot, News } from '../day/news.ts'
import { type Driver, displayName } from '../record/driver.ts'
import { formatTime, type NoTimeReason, parseRun, type TimeFormat } from '../record/run.ts'
import type { Position } from '../scoring/ranking.ts'
import type { Standings } from '../standings/standings.ts'
import { ordinal } from './ordinal.ts'

/**
 * What reads a sentence. A screen reader has its own dictionary and may write braille: it gets the text as it is. A
 * speech engine reads codes as words ("ST" as "saint") and may interpret markup: it gets letters and plain names.
 */
export type Speaker = 'screen_reader' | 'speech'

const reasons: Readonly<Record<NoTimeReason, string>> = {
  DNF: 'did not finish',
  OFF: 'off course',
  DSQ: 'disqualified',
  DNS: 'did not start',
}

/** In characters: listeners cannot follow a longer name. */
const longestName = 60

/**
 * One run or correction as a short sentence: `Ian O’Malley, run 3: 40.934, personal best, 3rd in STR`. Three decimals
 * in each time make every engine read "forty point nine three four"; signs are words.
 */
export function spokenNews(one: News, { by_name, event, courses }: Standings, speaker: Speaker): string {
  const standing = by_name.get(one.driver_name)
  const name = spokenName(standing?.driver, one.driver_name, speaker)
  const code = speaker === 'speech' ? spelled(standing?.class_code ?? '') : (standing?.class_code ?? '')
  const run = `${courses > 1 ? `course ${one.course + 1}, ` : ''}run ${one.run + 1}`
  const position = one.after.position && `${spokenPosition(one.after.position)}${code === '' ? '' : ` in ${code}`}`
  const now = spokenRun(one.text, event.time_format, speaker)
  if (one.kind === 'run') {
    const best = isPersonalBest(one.before, one.after) ? 'personal best' : undefined
    return [`${name}, ${run}: ${now}`, best, position].filter(Boolean).join(', ')
  }
  const before = spokenRun(one.text_before, event.time_format, speaker)
  const what = one.text === '' ? `${before} taken away` : `corrected from ${before} to ${now}`
  return [`${name}, ${run} ${what}`, position && `now ${position}`].filter(Boolean).join(', ')
}

/** Joins simultaneous sentences into one text, and only counts those beyond `most`. */
export function joinSpoken(sentences: readonly string[], most = 3): string {
  const more = sentences.length - most
  const parts = more > 0 ? [...sentences.slice(0, most), `and ${more} more`] : sentences
  return parts.map((sentence) => `${sentence}.`).join(' ')
}

function spokenRun(text: string, format: TimeFormat, speaker: Speaker): string {
  const run = parseRun(text)
  switch (run.kind) {
    case 'timed':
      return [
        spokenTime(run.raw, format),
        counted(run.cones, 'cone'),
        counted(run.gates, 'gate'),
        run.penalty ? `${spokenTime(run.penalty, 'seconds')} seconds` : '',
      ]
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

/** Minutes as words: an engine reads `1:43.769` as a time of day. */
function spokenTime(milliseconds: number, format: TimeFormat): string {
  const minutes = Math.floor(milliseconds / 60_000)
  if (format === 'seconds' || minutes === 0) return formatTime(milliseconds)
  return `${minutes === 1 ? '1 minute' : `${minutes} minutes`} ${formatTime(milliseconds % 60_000)}`
}

function spokenPosition({ place, shared }: Position): string {
  return shared ? `tied for ${ordinal(place)}` : ordinal(place)
}

function counted(number: number, thing: string): string | undefined {
  if (number === 0) return undefined
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`
}

/** A first time is no personal best. */
function isPersonalBest(before: EntrySnapshot, after: EntrySnapshot): boolean {
  return before.total !== undefined && after.total !== undefined && after.total < before.total
}

function spokenName(driver: Driver | undefined, key: string, speaker: Speaker): string {
  const name = plainFor(speaker, driver ? displayName(driver) : key)
  return [...name].slice(0, longestName).join('')
}

/** Without characters that a speech engine may interpret as markup. */
function plainFor(speaker: Speaker, text: string): string {
  if (speaker === 'screen_reader') return text
  return text.replaceAll('&', ' and ').replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim()
}

/** Spells the parts of a code that an engine may read as a word: up to three letters, or more without a vowel. */
function spelled(code: string): string {
  return code
    .replace(/[<>&]/g, ' ')
    .replace(/\p{L}+/gu, (letters) =>
      letters.length <= 3 || !/[aeiouy]/i.test(letters) ? [...letters.toUpperCase()].join(' ') : letters,
    )
}
