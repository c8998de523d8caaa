import type { Driver } from '../../../lib/record/driver.ts'
import type { PipelineProblem, SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { createTextMemory } from '../memory/pass-memory.ts'
import { driverRecord, type WrittenRecord } from './record/driver-record.ts'
import { noName } from './record/name-in-message.ts'
import { uniqueNames } from './record/unique-names.ts'

export type ParsedList =
  | { readonly kind: 'parsed'; readonly drivers: readonly Driver[]; readonly warnings: readonly SourceWarning[] }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/** A list in its parts, before any record is read. */
interface ListParts {
  /** The JSON of each record. */
  readonly records: readonly string[]
  /** How a part is called in messages, such as `Line 12`. */
  readonly nameOf: (index: number) => string
}

/** What the JSON of a record says; undefined when it is no object. */
type RecordRead = RecordOf | { readonly kind: 'no_object' }

interface RecordOf {
  readonly kind: 'record'
  /** undefined when the record says nothing of an entry. */
  readonly driver: Driver | undefined
  readonly written: WrittenRecord
  readonly warnings: readonly SourceWarning[]
}

/** Reads one rendered list, as createParser does. */
export function parse(text: string, template: string): ParsedList {
  return createParser(template)(text.split('\n'))
}

/**
 * Reads the lines of rendered lists; a record that a list shares with the last one is read once. The drivers of a list:
 * one JSON object a line, or one JSON array. Text that is no JSON rejects the whole list; a record with a fault is
 * mended or left out with a warning. Names are unique. `template` is the file that problems name.
 */
export function createParser(template: string): (lines: readonly string[]) => ParsedList {
  const memory = createTextMemory<RecordRead>()
  return (lines) => {
    const list = readList(lines, template, (json) => memory.recall(json, () => readRecord(json)))
    memory.endPass()
    return list
  }
}

function readList(lines: readonly string[], template: string, read: (json: string) => RecordRead): ParsedList {
  const parts = isArray(lines) ? arrayParts(lines.join('\n'), template) : lineParts(lines)
  if ('problem' in parts) return { kind: 'rejected', problem: parts.problem }
  const warnings: SourceWarning[] = []
  const drivers: Driver[] = []
  let isNamed = false
  for (const [index, json] of parts.records.entries()) {
    if (json === '') continue
    const record = read(json)
    if (record.kind === 'no_object') return { kind: 'rejected', problem: notObject(template, parts, index, json) }
    warnings.push(...record.warnings)
    if (record.driver) drivers.push(record.driver)
    if (record.driver?.display_name === noName || !record.driver) {
      warnings.push(withoutName(record.driver, `${parts.nameOf(index).toLowerCase()} of the rendered list`))
    }
    isNamed ||= 'driver_name' in record.written
  }
  if (warnings.length > 0 && (!isNamed || drivers.length === 0)) {
    const count = parts.records.filter((json) => json !== '').length
    return rejected(template, `None of the ${count} records that the template renders has a driver_name.`)
  }
  const unique = uniqueNames(drivers)
  return { kind: 'parsed', drivers: unique.drivers, warnings: [...warnings, ...unique.warnings] }
}

/** The warning of a record without a name. `where` names it, such as `line 12 of the rendered list`. */
function withoutName(driver: Driver | undefined, where: string): SourceWarning {
  if (driver) {
    const entry = driver.driver_name.replace(/^\(|\)$/g, '')
    const message = `An entry without a name keeps its place and is shown as "${noName}": ${entry} (${where}).`
    return { code: 'no_name', message, driver_name: driver.driver_name }
  }
  return { code: 'no_name', message: `An entry without name, class, number and runs is left out (${where}).` }
}

/** Whether a rendered list is one JSON array, and no line has a record of its own. */
export function isArray(lines: readonly string[]): boolean {
  return (
    lines
      .find((line) => /\S/.test(line))
      ?.trimStart()
      .startsWith('[') ?? false
  )
}

function lineParts(lines: readonly string[]): ListParts {
  const records = lines.map((line) => line.trim().replace(/,$/, ''))
  return { records, nameOf: (index) => `Line ${index + 1}` }
}

function arrayParts(text: string, template: string): ListParts | { problem: PipelineProblem } {
  try {
    const list: unknown = JSON.parse(text)
    const values: readonly unknown[] = Array.isArray(list) ? list : []
    return { records: values.map((value) => JSON.stringify(value)), nameOf: (index) => `Record ${index + 1}` }
  } catch (error) {
    const message = `The template renders text that is no JSON array: ${(error as Error).message}.`
    return { problem: badOutput(template, message) }
  }
}

function readRecord(json: string): RecordRead {
  const written = parseObject(json)
  if (!written) return { kind: 'no_object' }
  const warnings: SourceWarning[] = []
  const driver = driverRecord(written, (warning) => warnings.push(warning))
  return { kind: 'record', driver, written, warnings }
}

function parseObject(json: string): WrittenRecord | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is WrittenRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notObject(template: string, { nameOf }: ListParts, index: number, json: string): PipelineProblem {
  const name = nameOf(index)
  if (name.startsWith('Record')) return badOutput(template, `${name} that the template renders is no object.`)
  const shown = json.length > 160 ? `${json.slice(0, 160)}…` : json
  return badOutput(template, `${name} of what the template renders is no JSON object.`, [`${index + 1} | ${shown}`])
}

function rejected(template: string, message: string): ParsedList {
  return { kind: 'rejected', problem: badOutput(template, message) }
}

function badOutput(template: string, message: string, excerpt?: readonly string[]): PipelineProblem {
  const hint = 'Write each entry as {{ { driver_name: entry.name, … } | dump }}, one a line; dump takes care of quotes.'
  return { code: 'template_output', message, hint, file: template, excerpt }
}
