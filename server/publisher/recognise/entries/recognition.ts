import type { Runs } from '../../sources/runs/read-runs.ts'

/** What a file is, by its content: how a template reads it, or why none can. Plain data. */
export type Recognition = RecognisedFile | UnusableFile

/** A file that no template can read. */
export interface UnusableFile {
  readonly kind: 'unusable'
  readonly file: string
  /** Such as `a PDF document`. */
  readonly what: string
  /** What to do instead. */
  readonly hint: string
}

/** A file that a template can read. */
export interface RecognisedFile {
  readonly kind: 'recognised'
  readonly file: string
  /** Such as `a grid of AXWare`. */
  readonly what: string
  /** Statements of the template before its loops, each a line. */
  readonly preamble?: readonly string[]
  /** The loops around one entry, the outermost first: `row` in `csv("results.csv")`. */
  readonly loops: readonly TemplateLoop[]
  /** Statements of the template before the record, each a line. */
  readonly statements: readonly string[]
  /** The attributes of the record in their order. */
  readonly fields: readonly RecognisedField[]
  readonly entries: readonly RecognisedEntry[]
  readonly unused: readonly UnusedColumn[]
  /** What a person should check, each a sentence. */
  readonly doubts: readonly string[]
  readonly about: EventFacts
}

export interface TemplateLoop {
  readonly variable: string
  readonly list: string
}

/** An attribute, as the template says it, and the columns that it is from, as the file names them. */
export interface RecognisedField {
  readonly attribute: string
  readonly expression: string
  readonly from: readonly string[]
}

/** One entry as the template will make it, and the results that the file prints. */
export interface RecognisedEntry {
  readonly name: string
  readonly class: string
  readonly number: string
  readonly group: string
  readonly runs: Runs
  readonly total: string
  readonly indexed: string
}

export interface UnusedColumn {
  readonly name: string
  /** Personal data stay out on purpose; Paddock works out what is derived; what is optional can be shown. */
  readonly why: 'personal' | 'derived' | 'optional'
}

/** What a file says of its event; undefined for what it does not say. */
export interface EventFacts {
  readonly title: string | undefined
  /** Names of classes by code, where the file has them. */
  readonly classNames: ReadonlyMap<string, string>
  /** The runs are laps: `Lap 1`, `laps`. */
  readonly isLaps: boolean
  /** The timing system that the file was heard from: what templates call it, and whether it had a race. */
  readonly feed?: { readonly name: string; readonly isRace: boolean }
}
