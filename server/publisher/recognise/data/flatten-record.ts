import type { TableColumn } from '../../sources/table-column.ts'
import { member } from '../entries/expression.ts'
import type { FoundRecord, RecordSet } from './find-records.ts'

/** Records of data as the rows of a table: a column for each text or number in them and in what is around them. */
export interface FlatRecords {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly expressions: ReadonlyMap<string, string>
}

/** How deep the parts of a record are looked into. */
const deepest = 3
const mostColumns = 300

/** `variables` are those of the loops, the outermost first; `contexts` the names of what they loop over. */
export function flattenRecords(
  { records }: RecordSet,
  variables: readonly string[],
  contexts: readonly string[],
  keyVariables: readonly string[],
): FlatRecords {
  const columns = new Map<string, TableColumn>()
  const expressions = new Map<string, string>()
  const rows = records.map((found) => {
    const row: Record<string, string> = Object.create(null)
    const keep = (expression: string, heading: string, value: unknown) => {
      if (!columns.has(expression)) {
        if (columns.size >= mostColumns) return
        columns.set(expression, { heading, key: expression, index: columns.size })
        expressions.set(expression, expression)
      }
      row[expression] = asText(value)
    }
    for (const [index, key] of found.keys.entries()) if (key !== '') keep(keyVariables[index] ?? 'key', 'key', key)
    for (const [index, holder] of [...found.around, found.record].entries()) {
      const isOwn = index === found.around.length
      const context = isOwn ? '' : (contexts[index] ?? '')
      walk(holder, variables[index] ?? '', context, 0, keep)
    }
    return row
  })
  return { columns: [...columns.values()], rows, expressions }
}

type Keep = (expression: string, heading: string, value: unknown) => void

function walk(holder: FoundRecord['record'], path: string, context: string, depth: number, keep: Keep): void {
  for (const [name, value] of Object.entries(holder)) {
    if (name.startsWith('__')) continue
    const expression = member(path, name)
    if (isScalar(value)) keep(expression, headingOf(name, context), value)
    else if (isObject(value) && depth < deepest) walk(value, expression, name, depth + 1, keep)
  }
}

const generic = /^(?:name|code|short|shortname|abbr|title|label|id|number|no|num|nr|model|first|last|make|year)$/
// cspell:ignore classe: a name of members
const classContext = /^(?:class|classe|classes|category|categories|division|divisions|group|groups|carclass)$/

/** The heading that a member is read by: `name` in `driver` is the driver's name, in `class` that of the class. */
function headingOf(name: string, context: string): string {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '')
  const around = context.toLowerCase().replace(/[^a-z]/g, '')
  if (around === '' || !generic.test(plain)) return name
  if (classContext.test(around)) return plain === 'name' || plain === 'title' ? 'class name' : 'class code'
  const singular = around.replace(/s$/, '')
  if (/^(?:car|vehicle)$/.test(singular)) return plain === 'name' ? 'car model' : `car ${name}`
  if (plain === 'first' || plain === 'last') return `${name} name`
  return `${singular} ${name}`
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isObject(value: unknown): value is FoundRecord['record'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asText(value: unknown): string {
  return value === null ? '' : String(value).trim()
}
