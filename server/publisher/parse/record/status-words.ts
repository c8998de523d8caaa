import { type EntryStatus, readStatus, statusWords } from '../../../../lib/record/entry-status.ts'

// cspell:ignore disq
const spelled: readonly (readonly [words: readonly string[], status: EntryStatus])[] = [
  [['disq', 'disqualified', 'disqualification', 'excluded', 'exclusion'], 'DSQ'],
  [['w/d', 'withdrawn', 'withdrew', 'withdrawal', 'scratched'], 'WD'],
  [['o.o.c.', 'out of competition', 'hors concours', 'h.c.', 'exhibition'], 'OOC'],
]

/** Words of an entry that takes its place as its runs say. */
const well = /^(?:[-–—.]*|ok|none|active|running|finished|fin|classified|valid|clean)$/

/** The status that a text means, as a code or spelled out; undefined for any other text. */
export function spelledStatus(text: string): EntryStatus | undefined {
  const word = text.trim().replace(/\s+/g, ' ').toLowerCase()
  return readStatus(text) ?? spelled.find(([words]) => words.includes(word))?.[1]
}

/** What is wrong with a `status` that a template gives; undefined for a known one and for none. */
export function statusComplaint(status: unknown): string | undefined {
  if (status === undefined || status === null) return undefined
  const text = String(status).trim()
  if (spelledStatus(text) !== undefined || well.test(text.toLowerCase())) return undefined
  const known = Object.entries(statusWords).map(([code, words]) => `${code} (${words})`)
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return `the status "${shown}" is not known, so it changes no place. Known are ${known.join(', ')}.`
}
