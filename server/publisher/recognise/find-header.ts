import { readHeading } from '../sources/runs/column-heading.ts'
import { isTimeCell } from './columns/cell-kinds.ts'
import { headingRole } from './columns/heading-words.ts'

/** Where the table of a text begins, and what is between its fields. */
export interface HeaderFound {
  readonly delimiter: string
  /** The index of the line. */
  readonly line: number
  readonly fields: readonly string[]
}

const delimiters = [',', ';', '\t', '|']
/** The first lines that are looked at. */
const lookedAt = 50

/**
 * The header line of delimited text: the one with most headings of a table of results, else the first one with as many
 * fields as the lines below. Undefined when no line is a header: a text of one field a line, or times in each line.
 */
export function findHeader(text: string): HeaderFound | undefined {
  const lines = text.slice(0, 200_000).split('\n').slice(0, lookedAt)
  const candidates = delimiters.flatMap((delimiter) =>
    lines.map((line, index): HeaderFound => ({ delimiter, line: index, fields: fieldsOf(line, delimiter) })),
  )
  const known = candidates
    .map((one) => ({ ...one, score: headerScore(one.fields) }))
    .filter(({ fields, score }) => score >= 2 || (score === 1 && fields.length <= 3 && fields.length > 1))
  const best = known.reduce<(typeof known)[number] | undefined>(
    (a, b) => (a === undefined || b.score > a.score ? b : a),
    undefined,
  )
  return best ?? byShape(candidates)
}

/** How many fields are headings of results or of runs. */
export function headerScore(fields: readonly string[]): number {
  const different = new Set(fields.filter((field) => field !== ''))
  const isKnown = (field: string) => headingRole(field) !== undefined || readHeading(field) !== undefined
  return [...different].filter((field) => !isTimeCell(field) && isKnown(field)).length
}

/** A line of texts without times, above lines of as many fields. */
function byShape(candidates: readonly HeaderFound[]): HeaderFound | undefined {
  return candidates.find(({ fields, delimiter, line }) => {
    const filled = fields.filter((field) => field !== '')
    if (filled.length < 3 || new Set(filled).size < filled.length) return false
    if (filled.some((field) => isTimeCell(field) || /^[\d.,]+$/.test(field))) return false
    const below = candidates.filter((one) => one.delimiter === delimiter && one.line > line && one.fields.length > 1)
    const alike = below.filter((one) => Math.abs(one.fields.length - fields.length) <= 1)
    return below.length > 0 && alike.length >= below.length * 0.8
  })
}

/** The fields of a line without the quotes around them; separators inside of quotes do not count. */
export function fieldsOf(line: string, delimiter: string): readonly string[] {
  const fields: string[] = []
  let field = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    if (sign === delimiter && !isQuoted) {
      fields.push(field)
      field = ''
    } else field += sign
  }
  return [...fields, field].map((one) =>
    one
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}

/** The headings of a line by which a reader can find it, those of results first. */
export function namingHeadings(fields: readonly string[]): readonly string[] {
  const usable = fields.filter((field) => field !== '' && !/[,;\t|"]/.test(field))
  return [
    ...usable.filter((field) => headingRole(field) !== undefined),
    ...usable.filter((field) => headingRole(field) === undefined),
  ]
}
