import type { Driver } from '../../../lib/record/driver.ts'
import {
  attributeNamePattern,
  driverSchema,
  maximumAttributes,
  maximumTextLength,
} from '../../../lib/record/driver-schema.ts'
import { readStatus } from '../../../lib/record/entry-status.ts'
import type { SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { normalizeRunCell } from '../sources/runs/run-notation.ts'
import { cleanName } from './driver-name.ts'

// A template may give the number 44 for the text "44".
const textAttributes = new Set(['display_name', 'class', 'number', 'car', 'group', 'index_class', 'published_indexed'])

/** One record as the template wrote it. */
export type WrittenRecord = Readonly<Record<string, unknown>>

/** The warning of a record without a name. `where` names it, such as `line 12 of the rendered list`. */
export function withoutName(record: WrittenRecord, where: string): SourceWarning {
  const entry = [record.class, record.number].filter((part) => part !== undefined && part !== '').join(' ')
  const message = `An entry without a name is left out: ${entry || 'no class or number'} (${where}).`
  return { code: 'no_name', message }
}

/**
 * The driver of one rendered record; undefined when it has no name. Unusable attributes are left out with a warning.
 */
export function driverRecord(record: WrittenRecord, warn: (warning: SourceWarning) => void): Driver | undefined {
  const written = record.driver_name
  const { name, complaint } = cleanName(typeof written === 'string' || typeof written === 'number' ? `${written}` : '')
  if (name === '' || name === 'undefined') return undefined
  if (complaint === 'refused_characters') {
    warn({
      code: 'name_characters',
      message: `"${name}" was written with invisible control characters; they were taken out.`,
      driver_name: name,
    })
  }
  if (complaint === 'too_long') {
    warn({
      code: 'name_too_long',
      message: `"${name.slice(0, 40)}…" is longer than 200 characters and was cut.`,
      driver_name: name,
    })
  }
  const attributes: [string, unknown][] = [['driver_name', name]]
  for (const [attribute, content] of Object.entries(record)) {
    if (attribute === 'driver_name' || content === null || content === undefined) continue
    const problem = attributeProblem(attribute, content, attributes.length)
    if (problem) warn({ code: 'attribute', message: `${name}: ${problem}`, driver_name: name })
    else attributes.push([attribute, tidy(attribute, content)])
  }
  // Some files say it in the place of the total.
  const disqualified = record.status === undefined && readStatus(`${record.published_total ?? ''}`) === 'DSQ'
  if (disqualified) attributes.push(['status', 'DSQ'])
  const parsed = driverSchema.safeParse(Object.fromEntries(attributes))
  if (parsed.success) return parsed.data
  return withoutBadAttributes(attributes, name, warn)
}

/** Leaves out each attribute that the schema refuses, with a warning. */
function withoutBadAttributes(
  attributes: readonly [string, unknown][],
  name: string,
  warn: (warning: SourceWarning) => void,
): Driver {
  const good = attributes.filter(([attribute, content]) => {
    const { success } = driverSchema.safeParse({ driver_name: name, [attribute]: content })
    if (!success)
      warn({
        code: 'attribute',
        message: `${name}: "${attribute}" is not a value that can be shown.`,
        driver_name: name,
      })
    return success
  })
  return driverSchema.parse(Object.fromEntries(good))
}

function attributeProblem(attribute: string, content: unknown, count: number): string | undefined {
  if (!attributeNamePattern.test(attribute)) {
    return `"${attribute.slice(0, 60)}" is no attribute name (small letters, digits, underscores); it is left out.`
  }
  // One attribute is reserved for the display_name that a repeated name gets.
  if (count >= maximumAttributes - 1)
    return `more than ${maximumAttributes - 1} attributes; "${attribute}" is left out.`
  if (typeof content === 'string' && content.length > maximumTextLength) {
    return `"${attribute}" is longer than ${maximumTextLength} characters; it is left out.`
  }
  return undefined
}

function tidy(attribute: string, content: unknown): unknown {
  if (attribute === 'runs') return Array.isArray(content) ? content.map(tidyRun) : content
  if (typeof content === 'number' && textAttributes.has(attribute)) return String(content)
  return typeof content === 'string' ? content.normalize('NFC').trim() : content
}

/** A run as every reader writes it, whatever way it took through the template. */
function tidyRun(run: unknown): unknown {
  if (Array.isArray(run)) return run.map(tidyRun)
  if (run === null || run === undefined) return ''
  return typeof run === 'number' || typeof run === 'string' ? normalizeRunCell(String(run)) : run
}
