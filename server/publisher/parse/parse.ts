import type { Driver } from '../../../lib/record/driver.ts'
import type { PipelineProblem, SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { driverRecord, type RawRecord } from './driver-record.ts'
import { uniqueNames } from './unique-names.ts'

export type ParsedList =
  | { readonly kind: 'parsed'; readonly drivers: readonly Driver[]; readonly warnings: readonly SourceWarning[] }
  | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/**
 * The drivers of a rendered template: one JSON object a line, or one JSON array. Text that is no JSON rejects the whole
 * list; a record with a fault is mended or left out with a warning. Names are unique.
 */
export function parse(text: string, template: string): ParsedList {
  const records = readRecords(text, template)
  if ('problem' in records) return { kind: 'rejected', problem: records.problem }
  const warnings: SourceWarning[] = []
  const named = records
    .map((record) => driverRecord(record, (warning) => warnings.push(warning)))
    .filter((driver) => driver !== undefined)
  if (named.length === 0 && records.length > 0) {
    return rejected(template, `None of the ${records.length} records that the template renders has a driver_name.`)
  }
  const unique = uniqueNames(named)
  return { kind: 'parsed', drivers: unique.drivers, warnings: [...warnings, ...unique.warnings] }
}

function readRecords(text: string, template: string): RawRecord[] | { problem: PipelineProblem } {
  if (text.trimStart().startsWith('[')) return readArray(text, template)
  const records: RawRecord[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const json = line.trim().replace(/,$/, '')
    if (json === '') continue
    const value = parseObject(json)
    if (!value) return { problem: notJson(template, json, index + 1) }
    records.push({ value, where: `line ${index + 1} of the rendered list` })
  }
  return records
}

function readArray(text: string, template: string): RawRecord[] | { problem: PipelineProblem } {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch (error) {
    return {
      problem: badOutput(template, `The template renders text that is no JSON array: ${(error as Error).message}.`),
    }
  }
  const values: readonly unknown[] = Array.isArray(list) ? list : []
  const wrong = values.findIndex((value) => !isObject(value))
  if (wrong >= 0) return { problem: badOutput(template, `Record ${wrong + 1} that the template renders is no object.`) }
  return values.filter(isObject).map((value, index) => ({ value, where: `record ${index + 1} of the rendered list` }))
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function notJson(template: string, line: string, number: number): PipelineProblem {
  return badOutput(template, `Line ${number} of what the template renders is no JSON object.`, [
    `${number} | ${line.length > 160 ? `${line.slice(0, 160)}…` : line}`,
  ])
}

function rejected(template: string, message: string): ParsedList {
  return { kind: 'rejected', problem: badOutput(template, message) }
}

function badOutput(template: string, message: string, excerpt?: readonly string[]): PipelineProblem {
  const hint = 'Write each entry as {{ { driver_name: entry.name, … } | dump }}, one a line; dump takes care of quotes.'
  return { code: 'template_output', message, hint, file: template, excerpt }
}
