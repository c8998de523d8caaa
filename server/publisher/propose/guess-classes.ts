import { parseTime } from '../../../lib/record/run.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import type { RecognisedEntry, RecognisedFile } from '../recognise/entries/recognition.ts'

/** A class of the proposed event, and what the file says of it. */
export interface ProposedClass {
  readonly code: string
  readonly name: string | undefined
  /** The factor by which the file makes indexed times of its totals. */
  readonly index: number | undefined
}

const mostClasses = 500

/** The classes in the order in which they first appear. */
export function guessClasses(files: readonly RecognisedFile[]): readonly ProposedClass[] {
  const entries = new Map<string, { readonly code: string; readonly entries: RecognisedEntry[] }>()
  const add = (code: string, entry: RecognisedEntry | undefined) => {
    const known = entries.get(classKey(code)) ?? { code: code.trim(), entries: [] }
    entries.set(classKey(code), known)
    if (entry) known.entries.push(entry)
  }
  for (const entry of files.flatMap((file) => file.entries)) {
    if (entry.class !== '') add(entry.class, entry)
    if (entry.group !== '') add(entry.group, undefined)
  }
  const names = new Map(
    files.flatMap(({ about }) => [...about.classNames].map(([code, name]) => [classKey(code), name] as const)),
  )
  return [...entries]
    .slice(0, mostClasses)
    .map(([key, one]) => ({ code: one.code, name: names.get(key), index: indexOf(one.entries) }))
}

/** A factor of three decimals that makes the indexed times of all totals, to a thousandth. */
function indexOf(entries: readonly RecognisedEntry[]): number | undefined {
  const pairs = entries.flatMap(({ total, indexed }) => {
    const [time, product] = [parseTime(total), parseTime(indexed)]
    return time && product ? [{ time, product }] : []
  })
  const ratios = pairs.map(({ time, product }) => product / time).sort((a, b) => a - b)
  const middle = ratios[Math.floor(ratios.length / 2)]
  if (middle === undefined || middle > 1.0005 || middle < 0.3) return undefined
  const index = Math.round(middle * 1000) / 1000
  const fitting = pairs.filter(({ time, product }) => Math.abs(time * index - product) < 1.5)
  return fitting.length >= pairs.length * 0.7 ? index : undefined
}
