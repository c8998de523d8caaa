/** What a column adds to a run: a count of cones or a word, a count of gates, a status, or a mark that means DNF. */
export type PenaltyPart = 'count' | 'gates' | 'status' | 'dnf'

/** What a heading says. `run` is undefined for a heading without a number, `day` is 0 for one without a day. */
export type ColumnHeading =
  | { readonly kind: 'time'; readonly word: TimeWord; readonly day: number; readonly run: number | undefined }
  | {
      readonly kind: 'penalty'
      readonly part: PenaltyPart
      /** A single letter: a penalty only where the cells look like one. */
      readonly isShort: boolean
      /** The word of the time that it belongs to, if it is there: `Lap 1 Pen`. */
      readonly word: TimeWord | undefined
      readonly day: number
      readonly run: number | undefined
    }

/** The words for a run, the most certain first: of two that a table has, the first is read. */
export const timeWords = ['run', 'lap', 'lauf', 'manche', 'attempt', 'ss', 'heat', 'r', 'time', 'q', 't'] as const
export type TimeWord = (typeof timeWords)[number]

/** Words that have no second meaning: their columns are runs whatever is in them. */
export const sureWords: ReadonlySet<TimeWord> = new Set(['run', 'lap', 'lauf', 'manche', 'attempt', 'ss'])

// cspell:ignore runde wertungslauf missedgate missedgates dnfs pylone pylonen strafen penalite penalites: headings
const spellings: Readonly<Record<string, TimeWord>> = {
  ...Object.fromEntries(timeWords.map((word) => [word, word])),
  runs: 'run',
  laps: 'lap',
  runde: 'lap',
  wertungslauf: 'lauf',
  stage: 'ss',
  zeit: 'time',
  temps: 'time',
  tempo: 'time',
}
const parts: Readonly<Record<string, PenaltyPart>> = {
  ...Object.fromEntries(['gate', 'gates', 'tor', 'tore', 'missedgate', 'missedgates'].map((word) => [word, 'gates'])),
  ...Object.fromEntries(['status', 'code', 'state'].map((word) => [word, 'status'])),
  ...Object.fromEntries(['dnf', 'dnfs'].map((word) => [word, 'dnf'])),
  ...Object.fromEntries(
    'pen pens penalty penalties cone cones pylon pylons pylone pylonen kegel strafe strafen penalite penalites p c'
      .split(' ')
      .map((word) => [word, 'count']),
  ),
}

const anyOf = (words: readonly string[]) => words.join('|')
const timeWord = anyOf(Object.keys(spellings))
const penaltyWord = anyOf(Object.keys(parts))
const day = '(?:(?:d|day|c|course|tag)(?<day>#))?'
const clock = '(?:time|zeit|temps|raw|rawtime|s|sec)'
const timeForms = [
  `${day}(?<word>${timeWord})#${clock}?`,
  `${day}#(?<word>${timeWord})`,
  `${clock}(?<word>${timeWord})#`,
  `${day}(?<word>${timeWord})(?:time|zeit)#`,
  `(?<word>${timeWord})(?:#(?:day|course)(?<after>#))`,
  `(?<bare>${timeWord})`,
].map((form) => new RegExp(`^${form}$`))
const penaltyForms = [
  `${day}(?:(?<word>${timeWord})#)(?<part>${penaltyWord})`,
  `${day}(?:(?<part>${penaltyWord})#)`,
  `${day}#(?<part>${penaltyWord})`,
  `(?<part>${penaltyWord})(?<word>${timeWord})#`,
  `(?<bare>${penaltyWord})`,
].map((form) => new RegExp(`^${form}$`))

/** Reads headings such as `Run 1`, `1st Lap`, `Day 2 Run 1`, `Cones 1`, `Run 1 Status`; undefined for any other. */
export function readHeading(heading: string): ColumnHeading | undefined {
  const plain = heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const tokens = plain.replace(/(\d)(?:st|nd|rd|th|ere?|eme|e)\b/g, '$1').match(/\d+|\p{L}+/gu) ?? []
  const numbers = tokens.filter((token) => /^\d/.test(token)).map(Number)
  if (numbers.some((number) => number > 999) || numbers.length > 2) return undefined
  const shape = tokens.map((token) => (/^\d/.test(token) ? '#' : token)).join('')
  return asTime(shape, numbers) ?? asPenalty(shape, numbers)
}

function asTime(shape: string, numbers: readonly number[]): ColumnHeading | undefined {
  const groups = firstMatch(timeForms, shape)
  const word = groups && spellings[groups.word ?? groups.bare ?? '']
  return word && { kind: 'time', word, ...placeOf(groups, numbers) }
}

function asPenalty(shape: string, numbers: readonly number[]): ColumnHeading | undefined {
  const groups = firstMatch(penaltyForms, shape)
  const name = groups?.part ?? groups?.bare ?? ''
  const part = parts[name]
  if (!groups || !part) return undefined
  const word = groups.word === undefined ? undefined : spellings[groups.word]
  return { kind: 'penalty', part, isShort: name.length === 1, word, ...placeOf(groups, numbers) }
}

type Groups = Readonly<Record<string, string | undefined>>

function placeOf(groups: Groups, numbers: readonly number[]): { day: number; run: number | undefined } {
  const [first, second] = numbers
  if (groups.after) return { day: second ?? 0, run: first }
  return groups.day ? { day: first ?? 0, run: second } : { day: 0, run: first }
}

function firstMatch(forms: readonly RegExp[], shape: string): Groups | undefined {
  for (const form of forms) {
    const match = form.exec(shape)
    if (match) return match.groups ?? {}
  }
  return undefined
}
