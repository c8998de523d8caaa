import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import { en } from 'zod/locales'
import * as z from 'zod/mini'
import { strictEventSchema } from '../../../lib/record/event.ts'
import type { PipelineProblem } from '../../../lib/server-api/pipeline-state.ts'
import { feedSettingsSchema } from '../feeds/feed-settings.ts'
import { likelyName } from '../files/closest-names.ts'
import type { DataFolder } from '../files/data-folder.ts'
import { isIndexTable, unknownTable, withIndexTable } from '../index-tables/index-tables.ts'
import type { EventRead } from '../parse/list-read.ts'
import { unknownSettings } from './event-names.ts'
import { isSameKey, keepTexts, keyNode } from './event-texts.ts'
import { excerptOf, problemOf } from './problem.ts'

/** The file: the event; the feeds that templates read, which are no part of it; and the table that its classes take. */
const fileSchema = z.extend(strictEventSchema, {
  sources: z.optional(feedSettingsSchema),
  index_table: z.optional(
    z.string().check(z.refine(isIndexTable, { error: ({ input }) => unknownTable(String(input)) })),
  ),
})

/** Reads event.yaml at every pass, as readEvent does, and again only when its text has changed. */
export function createEventReader(): typeof readEvent {
  let last: { readonly path: string; readonly text: string; readonly read: EventRead } | undefined
  return (folder, path) => {
    try {
      const { text } = folder.read(path)
      if (last?.path !== path || last.text !== text) last = { path, text, read: parseEvent(text, path) }
      return last.read
    } catch (error) {
      return { kind: 'rejected', problem: problemOf(error, path) }
    }
  }
}

/**
 * Reads event.yaml. There, classes are a mapping from code to { name, index, group }, and columns may be bare attribute
 * names; class codes are texts as they are written. A problem has the line of the fault.
 */
export function readEvent(folder: DataFolder, path: string): EventRead {
  return createEventReader()(folder, path)
}

function parseEvent(text: string, file: string): EventRead {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: isSameKey, version: '1.2' })
  const problem = (message: string, line: number | undefined): EventRead => ({
    kind: 'rejected',
    problem: eventProblem(message, file, line, text),
  })

  const [fault] = document.errors
  if (fault)
    return problem(
      plainFault((fault.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')),
      lines.linePos(fault.pos[0]).line,
    )
  if (!isMap(document.contents)) return problem('The file must hold settings such as "title: Sunday Autocross".', 1)

  keepTexts(document)
  const written = document.toJS({ maxAliasCount: 50, mapAsMap: true }) as Map<unknown, unknown>
  const parsed = fileSchema.safeParse(asEvent(written), { error: inEnglish, reportInput: true })
  if (parsed.success) {
    const { sources: feeds, index_table: table, ...event } = parsed.data
    return { kind: 'read', event: withIndexTable(event, table), feeds }
  }

  const [issue] = parsed.error.issues
  const path = issue ? yamlPath(issue.path, written) : []
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const map = unknown === undefined || path.length === 0 ? document.contents : document.getIn(path, true)
  const node =
    (unknown === undefined ? undefined : keyNode(map, unknown)) ??
    nearestNode(path, (keys) => document.getIn(keys, true))
  const line = node?.range ? lines.linePos(node.range[0]).line : undefined
  return problem(`${path.join('.') || 'event'}: ${expectation(issue)}`, line)
}

// Without a locale, zod/mini reports only "Invalid input"; the locale is too large for the page.
const inEnglish = en().localeError

type Issue = ReturnType<typeof fileSchema.safeParse>['error'] extends infer E | undefined
  ? E extends { issues: readonly (infer I)[] }
    ? I
    : never
  : never

/** The two faults that people make most, in plain words. */
function plainFault(message: string): string {
  if (message.startsWith('Nested mappings are not allowed')) return 'a text with ": " in it must stand in quotes'
  return message.startsWith('Tabs are not allowed') ? 'indent with spaces, not with tabs' : message
}

function expectation(issue: Issue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return unknownSettings(issue.keys, issue.path)
  if (issue?.code === 'invalid_type' && issue.input === undefined) return 'is missing'
  if (issue?.code === 'invalid_type' && issue.expected === 'boolean') return 'must be true or false'
  if (issue?.code === 'invalid_value')
    return `must be ${issue.values.join(' or ')}; ${nearest(issue.input, issue.values)}`
  if (issue?.code === 'invalid_union') return 'cannot be this; data/README.md says what it can be'
  if (issue?.code === 'invalid_type' && issue.expected === 'number') return `must be a number; ${point}`
  if (issue?.code === 'invalid_key') return 'is no name for a source: small letters, digits and _, such as karts'
  if (issue?.code === 'too_big') {
    if (issue.origin === 'string') return `has more than ${issue.maximum} characters`
    if (issue.origin === 'number') return `must be at most ${issue.maximum}; ${point}`
  }
  if (issue?.code === 'too_small') {
    if (issue.origin === 'string') return 'is empty'
    if (issue.origin === 'number')
      return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}; ${point}`
  }
  return issue?.message ?? 'cannot be read'
}

function nearest(input: unknown, values: readonly unknown[]): string {
  const likely = likelyName(String(input), values.map(String))
  return likely === undefined ? `it is ${String(input).slice(0, 60)}` : `did you mean ${likely}?`
}

const point = 'decimals have a point, such as 0.826'

/** The event in the shape of the record: mappings by code become lists, bare column names get a title. */
function asEvent(written: ReadonlyMap<unknown, unknown>): unknown {
  const entries = [...written].map(([key, value]): [string, unknown] => {
    if (key === 'classes' && value instanceof Map) return ['classes', [...value].map(asClass)]
    if (key === 'columns' && Array.isArray(value)) return ['columns', value.map(asColumn)]
    return [String(key), asPlain(value)]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== null))
}

function asClass([code, settings]: [unknown, unknown]): unknown {
  if (typeof settings === 'number') return { code: String(code), index: settings }
  // An index with a decimal comma would be a name.
  if (typeof settings === 'string' && /^\d+,\d+$/.test(settings)) return { code: String(code), index: settings }
  if (typeof settings === 'string') return { code: String(code), name: settings }
  return { ...(asPlain(settings ?? new Map()) as object), code: String(code) }
}

function asColumn(column: unknown): unknown {
  if (typeof column !== 'string') return asPlain(column)
  const title = column.replaceAll('_', ' ')
  return { attribute: column, title: title.charAt(0).toUpperCase() + title.slice(1) }
}

function asPlain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), asPlain(inner)]))
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return Array.isArray(value) ? value.map(asPlain) : value
}

/** The path in the file for a path in the record: a class has its code instead of an index. */
function yamlPath(path: readonly PropertyKey[], written: ReadonlyMap<unknown, unknown>): unknown[] {
  const classes = written.get('classes')
  if (path[0] !== 'classes' || !(classes instanceof Map)) return [...path]
  const code = [...classes.keys()][Number(path[1])]
  return ['classes', ...(code === undefined ? [] : [code]), ...path.slice(2)]
}

function nearestNode(path: readonly unknown[], get: (keys: readonly unknown[]) => unknown) {
  for (let length = path.length; length > 0; length -= 1) {
    const node = get(path.slice(0, length))
    if (isNode(node)) return node
  }
  return undefined
}

function eventProblem(message: string, file: string, line: number | undefined, text: string): PipelineProblem {
  const where = line === undefined ? file : `${file}, line ${line}`
  return {
    code: 'event_file',
    message: `${where}: ${message}`,
    hint: 'Mend event.yaml; data/README.md lists its settings. The event stays as it was until then.',
    file,
    line,
    excerpt: excerptOf(text, line),
  }
}
