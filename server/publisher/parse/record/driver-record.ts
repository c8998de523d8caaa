import { type Driver, scoredAttributes } from '../../../../lib/record/driver.ts'
import { attributeNamePattern, driverSchema, maximumAttributes } from '../../../../lib/record/driver-schema.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import { normalizeRunCell } from '../../sources/runs/run-notation.ts'
import { cleanName } from './driver-name.ts'
import { fitAttribute } from './fit-attribute.ts'
import { noName } from './name-in-message.ts'
import { readNumberAttribute } from './number-attribute.ts'
import { spelledStatus, statusComplaint } from './status-words.ts'

// A template may give the number 44 for the text "44".
const textAttributes = new Set(
  'display_name class number car group index_class published_indexed published_total'.split(' '),
)

/** One record as the template wrote it. */
export type WrittenRecord = Readonly<Record<string, unknown>>

/**
 * The driver of one rendered record; undefined when it has no name, class, number or run. Without a name, the key is
 * `(G 2)`, of class and number. Unusable attributes are left out with a warning.
 */
export function driverRecord(record: WrittenRecord, report: (warning: SourceWarning) => void): Driver | undefined {
  const { name: own, complaint } = cleanName(nameText(record.driver_name))
  const isNamed = own !== '' && !notAName.test(own)
  const name = isNamed ? own : keyWithoutName(record)
  if (name === undefined) return undefined
  if (complaint === 'refused_characters') {
    report({
      code: 'name_characters',
      message: `"${name}" was written with invisible control characters; they were taken out.`,
      driver_name: name,
    })
  }
  if (complaint === 'too_long') {
    report({
      code: 'name_too_long',
      message: `"${name.slice(0, 40)}…" is longer than 200 characters and was cut.`,
      driver_name: name,
    })
  }
  const warn = (code: string, problem: string) => report({ code, message: `${name}: ${problem}`, driver_name: name })
  const attributes: [string, unknown][] = [['driver_name', name]]
  for (const [attribute, content] of attributesThatFit(record, warn)) {
    const number = readNumberAttribute(attribute, content)
    if (number?.complaint) warn('attribute', number.complaint)
    if (number) {
      if (number.value !== undefined) attributes.push([attribute, number.value])
      continue
    }
    const { fitted, complaint: cut } = fitAttribute(attribute, tidy(attribute, content))
    if (cut) warn('cut', cut)
    attributes.push([attribute, fitted])
  }
  if (!isNamed && !attributes.some(([attribute]) => attribute === 'display_name')) {
    attributes.push(['display_name', noName])
  }
  const doubt = statusComplaint(record.status)
  if (doubt) warn('unknown_status', doubt)
  // Some files say it in the place of the total.
  const disqualified = record.status === undefined && spelledStatus(`${record.published_total ?? ''}`) === 'DSQ'
  if (disqualified && attributes.length <= mostAttributes) attributes.push(['status', 'DSQ'])
  const parsed = driverSchema.safeParse(Object.fromEntries(attributes))
  if (parsed.success) return parsed.data
  return withoutBadAttributes(attributes, name, report)
}

// What a template makes of names that are not there.
const notAName = /^(?:undefined|(?:undefined|null)(?: (?:undefined|null))+)$/

function nameText(written: unknown): string {
  return typeof written === 'string' || typeof written === 'number' ? `${written}` : ''
}

/** Undefined for a record that says nothing of an entry, such as one of a blank row. */
function keyWithoutName({ class: code, number, runs }: WrittenRecord): string | undefined {
  const { name: entry } = cleanName([code, number].map(nameText).join(' '))
  if (entry !== '') return `(${entry})`
  const hasRuns = Array.isArray(runs) && runs.flat().some((run) => run !== '' && run !== null)
  return hasRuns ? '(no number)' : undefined
}

// One attribute is the name, and one is reserved for the display_name that a repeated name gets.
const mostAttributes = maximumAttributes - 2

/** The attributes of a record but its name: those with a meaning first when there are too many. */
function attributesThatFit(
  record: WrittenRecord,
  warn: (code: string, problem: string) => void,
): readonly [string, unknown][] {
  const filled = Object.entries(record).filter(
    ([attribute, content]) => attribute !== 'driver_name' && content !== null && content !== undefined,
  )
  const named = filled.filter(([attribute]) => {
    if (attributeNamePattern.test(attribute)) return true
    const what = 'no attribute name (small letters, digits, underscores)'
    warn('attribute', `"${attribute.slice(0, 60)}" is ${what}; it is left out.`)
    return false
  })
  if (named.length <= mostAttributes) return named
  const isKnown = (attribute: string) =>
    Object.hasOwn(driverSchema.shape, attribute) || scoredAttributes.includes(attribute)
  const sorted = [...named.filter(([name]) => isKnown(name)), ...named.filter(([name]) => !isKnown(name))]
  const left = sorted.slice(mostAttributes).map(([attribute]) => attribute)
  const shown = left.slice(0, 5).map((attribute) => `"${attribute}"`)
  const more = left.length > shown.length ? ` and ${left.length - shown.length} more` : ''
  warn('attribute', `more than ${maximumAttributes - 1} attributes; ${shown.join(', ')}${more} left out.`)
  return sorted.slice(0, mostAttributes)
}

/** Leaves out each attribute that the schema refuses, with a warning. */
function withoutBadAttributes(
  attributes: readonly [string, unknown][],
  name: string,
  report: (warning: SourceWarning) => void,
): Driver {
  const good = attributes.filter(([attribute, content]) => {
    const { success } = driverSchema.safeParse({ driver_name: name, [attribute]: content })
    if (!success)
      report({
        code: 'attribute',
        message: `${name}: "${attribute}" is ${kindOf(content)} and is left out; ${wanted(attribute)}.`,
        driver_name: name,
      })
    return success
  })
  return driverSchema.parse(Object.fromEntries(good))
}

function kindOf(content: unknown): string {
  if (Array.isArray(content)) return 'a list'
  if (typeof content === 'object') return 'a mapping of several values'
  return typeof content === 'boolean'
    ? `${content}`
    : `the ${typeof content === 'string' ? 'text' : 'number'} ${content}`
}

function wanted(attribute: string): string {
  if (attribute === 'runs') return 'runs are a list, such as ["40.516", "41.266+1"]'
  if (textAttributes.has(attribute)) return 'it must be a text'
  return 'it must be a text, a number, or true or false'
}

function tidy(attribute: string, content: unknown): unknown {
  if (attribute === 'runs') return Array.isArray(content) ? content.map(tidyRun) : content
  if (attribute === 'status' && typeof content === 'string') return spelledStatus(content) ?? content.trim()
  if (typeof content === 'number' && textAttributes.has(attribute)) return String(content)
  return typeof content === 'string' ? content.normalize('NFC').trim() : content
}

/** A run as every reader writes it, whatever way it took through the template. */
function tidyRun(run: unknown): unknown {
  if (Array.isArray(run)) return run.map(tidyRun)
  if (run === null || run === undefined) return ''
  return typeof run === 'number' || typeof run === 'string' ? normalizeRunCell(String(run)) : run
}
