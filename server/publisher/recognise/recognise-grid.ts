import { type GridField, knownColumns, readAxwareGrid } from '../sources/axware/axware-grid.ts'
import { readTsv } from '../sources/tables/tsv.ts'
import { filledCells } from './columns/cell-kinds.ts'
import { reasonToLeaveOut } from './columns/left-out-columns.ts'
import { guessScoring } from './entries/guess-scoring.ts'
import type { RecognisedField, RecognisedFile } from './entries/recognition.ts'
import { findHeader } from './find-header.ts'
import { readWhole } from './read-whole.ts'
import { westernCall } from './source-call.ts'
import type { FileText } from './text-of-file.ts'

/** Fields whose headings AXWare's grid has, and few other tables. */
const hallmarks: readonly GridField[] = ['raw_time', 'raw_position', 'pax_time', 'pax_position', 'from_first']
const modelHeading = /^car (?:model|color)$/i

/** What the template takes of an entry: attribute, the fields that it is made of. */
const taken: readonly (readonly [attribute: string, field: string, from: readonly GridField[]])[] = [
  ['driver_name', 'name', ['first_name', 'last_name', 'whole_name']],
  ['class', 'class', ['class']],
  ['number', 'number', ['number']],
  ['car', 'car', ['car']],
  ['color', 'color', ['color']],
  ['published_total', 'total', ['total']],
]

/** Recognises AXWare's grid or an export of it; undefined for any other text. */
export function recogniseGrid(file: string, source: FileText): RecognisedFile | undefined {
  const { text } = source
  const header = findHeader(text)
  const above = text.split('\n').slice(0, header?.line)
  if (header?.delimiter !== '\t' || above.some((line) => line.trim() !== '')) return undefined
  const known = knownColumns(header.fields)
  const has = (field: GridField) => (known.get(field) ?? []).length > 0
  const isNamed = (has('first_name') && has('last_name')) || has('whole_name')
  const signs = hallmarks.filter(has).length + header.fields.filter((name) => modelHeading.test(name)).length
  if (!isNamed || !has('class') || !has('number') || signs + (has('first_name') ? 1 : 0) < 2) return undefined

  const { content, doubts } = readWhole(text, (whole) => ({
    grid: readAxwareGrid(whole, file),
    table: readTsv(whole, file),
  }))
  const { grid, table } = content
  const { entries } = grid
  // Of index groups, the total is the indexed time.
  const isOwn = ({ total, raw_time }: (typeof entries)[number]) => raw_time === '' || total === raw_time
  const hasTotals = guessScoring(entries.filter(isOwn)) !== undefined
  const grouped = [
    ...new Set(entries.filter((one) => !isOwn(one) && one.total === one.pax_time).map((one) => one.class)),
  ]
  const fields = taken.filter(([attribute, , from]) => from.some(has) && (attribute !== 'published_total' || hasTotals))
  const columns = new Set(fields.flatMap(([, , from]) => from.flatMap((field) => known.get(field) ?? [])))
  const others = new Set([...Object.keys(entries[0]?.columns ?? {}), ...[...known.values()].flat()])
  const hasRuns = entries.some(({ runs }) => runs.length > 0)
  return {
    kind: 'recognised',
    file,
    what: hasRuns ? 'a grid of AXWare' : 'a grid of AXWare, before the event',
    loops: [{ variable: 'entry', list: westernCall('axware_grid', file, source) }],
    statements: [],
    fields: [
      ...fields.map(([attribute, field, from]): RecognisedField => {
        return { attribute, expression: `entry.${field}`, from: from.flatMap((one) => known.get(one) ?? []) }
      }),
      { attribute: 'runs', expression: 'entry.runs', from: table.header.filter((name) => !others.has(name)) },
    ],
    entries: entries.map(({ name, class: code, number, runs, total, raw_time, pax_time }) => {
      const own = grouped.includes(code) ? raw_time : total
      return { name, class: code, number, group: '', runs, total: hasTotals ? own : '', indexed: pax_time }
    }),
    unused: table.header
      .filter((name) => others.has(name) && !columns.has(name))
      .map((name) => ({ name, why: reasonToLeaveOut(name, filledCells(name, table.rows)) })),
    doubts: [
      ...doubts,
      ...groupDoubts(grouped),
      ...[...grid.warnings, ...grid.unread(new Set())].map(({ message }) => message),
    ],
    about: { title: undefined, classNames: new Map(), isLaps: false },
  }
}

function groupDoubts(classes: readonly string[]): readonly string[] {
  if (classes.length === 0) return []
  const [first = ''] = classes
  const list = classes.length === 1 ? `Class ${first} competes` : `Classes ${classes.join(', ')} compete`
  return [`${list} on indexed time: write the group in event.yaml, as ${first}: { group: N }.`]
}
