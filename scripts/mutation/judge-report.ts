import { posix } from 'node:path'
import * as z from 'zod/mini'
import type { AcceptedSurvivor } from './accepted-survivors.ts'

const position = z.object({ line: z.number(), column: z.number() })
const mutantSchema = z.object({
  mutatorName: z.string(),
  replacement: z.optional(z.string()),
  location: z.object({ start: position, end: position }),
  status: z.string(),
})

/** The part of Stryker's JSON report that is judged. Lines and columns begin at 1. */
export const reportSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(mutantSchema) })),
})

export type Report = z.infer<typeof reportSchema>

interface Survivor {
  readonly line: number
  readonly mutator: string
  readonly from: string
  readonly to: string
}

export interface FileVerdict {
  readonly file: string
  readonly killed: number
  readonly accepted: number
  /** Mutants without a verdict: an error outside of a test, or not tried. */
  readonly undecided: number
  readonly unlisted: readonly Survivor[]
  /** Entries of the list whose mutant was killed, or is no longer made. */
  readonly outdated: readonly AcceptedSurvivor[]
  /** Percentage of the mutants with a verdict that tests kill; 0 when there is none. */
  readonly score: number
  readonly threshold: number
  readonly isGood: boolean
}

const killedStatuses = ['Killed', 'Timeout']
const survivedStatuses = ['Survived', 'NoCoverage']

/** The verdict on one file of the report. A file that is missing in the report has no mutants and is not good. */
export function judgeFile(
  report: Report,
  file: string,
  threshold: number,
  acceptedByName: Readonly<Record<string, readonly AcceptedSurvivor[]>>,
): FileVerdict {
  const { source, mutants } = report.files[file] ?? { source: '', mutants: [] }
  const killed = mutants.filter(({ status }) => killedStatuses.includes(status)).length
  const survived = mutants.filter(({ status }) => survivedStatuses.includes(status))
  const outdated = [...(acceptedByName[posix.basename(file)] ?? [])]
  const unlisted: Survivor[] = []
  for (const { mutatorName, replacement = '', location } of survived) {
    const { start, end } = location
    const from = onOneLine(source.slice(offsetOf(source, start), offsetOf(source, end)))
    const survivor = { line: start.line, mutator: mutatorName, from, to: onOneLine(replacement) }
    const index = outdated.findIndex((entry) => isSame(entry, survivor))
    if (index < 0) unlisted.push(survivor)
    else outdated.splice(index, 1)
  }
  const decided = killed + survived.length
  const undecided = mutants.length - decided
  const score = decided === 0 ? 0 : (100 * killed) / decided
  const isGood = unlisted.length + outdated.length + undecided === 0 && decided > 0 && score >= threshold
  const accepted = survived.length - unlisted.length
  return { file, killed, accepted, undecided, unlisted, outdated, score, threshold, isGood }
}

function isSame(entry: AcceptedSurvivor, { mutator, from, to }: Survivor): boolean {
  return entry.mutator === mutator && onOneLine(entry.from) === from && onOneLine(entry.to) === to
}

function offsetOf(source: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const linesBefore = source.split('\n').slice(0, line - 1)
  return linesBefore.reduce((sum, text) => sum + text.length + 1, column - 1)
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
