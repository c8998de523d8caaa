import type { AxwareHtmlEntry } from '../sources/axware/axware-driver.ts'
import { readAxwareHtml } from '../sources/axware/axware-html.ts'
import { joined, nameValue } from './entries/describe-names.ts'
import { quoted } from './entries/expression.ts'
import { guessScoring } from './entries/guess-scoring.ts'
import type { RecognisedField, RecognisedFile } from './entries/recognition.ts'
import { westernCall } from './source-call.ts'
import type { FileText } from './text-of-file.ts'
import { wholePage } from './whole-page.ts'

/** What only AXWare writes: its headings of classes, its mark of the best time, its lines above the results. */
const signs = [
  /Total Entries:\s*\d/i,
  /class=['"]?bestt/i,
  /Live Results - Generated|Final Results - Generated/i,
  /axware/i,
]

/** Recognises a results page of AXWare, live or final, in any layout; undefined for any other page. */
export function recogniseAxwarePage(file: string, source: FileText): RecognisedFile | undefined {
  const { text } = source
  if (!signs.some((sign) => sign.test(text))) return undefined
  const { content: page, doubts } = wholePage(text, (whole) => readAxwareHtml(whole, file))
  const { entries } = page
  if (entries.length === 0) return undefined
  const grouping = groupingOf(entries)
  const column = { heading: 'name', key: 'name', index: 0 }
  const roles = new Map([['name', { columns: [column], isGuess: false }] as const])
  const name =
    nameValue(
      roles,
      entries.map((entry) => ({ name: entry.name })),
      () => 'entry.name',
    ) ?? joined([column], () => 'entry.name')
  const isGrouped = grouping.condition !== undefined
  const hasTotals = guessScoring(entries.filter((entry) => !grouping.isGrouped(entry))) !== undefined
  const plain = (attribute: string): RecognisedField => ({
    attribute,
    expression: `entry.${attribute}`,
    from: [attribute],
  })
  return {
    kind: 'recognised',
    file,
    what: 'a results page of AXWare',
    loops: [{ variable: 'entry', list: westernCall('axware_html', file, source) }],
    statements: [...name.statements, ...(isGrouped ? [`{% set grouped = ${grouping.condition} -%}`] : [])],
    fields: [
      { attribute: 'driver_name', expression: name.expression, from: ['name'] },
      ...['class', 'number', 'car', ...(entries.some(({ color }) => color !== '') ? ['color'] : []), 'runs'].map(plain),
      ...(hasTotals || isGrouped ? [{ attribute: 'published_total', expression: 'entry.total', from: ['total'] }] : []),
      ...(isGrouped
        ? [
            { attribute: 'group', expression: 'entry.group if grouped else none', from: ['group'] },
            { attribute: 'published_indexed', expression: 'entry.total if grouped else none', from: ['total'] },
          ]
        : []),
    ],
    entries: entries.map((entry) => ({
      name: name.read({ name: entry.name }),
      class: entry.class,
      number: entry.number,
      group: grouping.isGrouped(entry) ? entry.group : '',
      runs: entry.runs,
      total: hasTotals && !grouping.isGrouped(entry) ? entry.total : '',
      indexed: grouping.isGrouped(entry) ? entry.total : '',
    })),
    unused: [
      { name: 'position', why: 'derived' },
      { name: 'difference', why: 'derived' },
    ],
    doubts: [...doubts, ...name.doubts, ...grouping.doubts, ...page.warnings.map(({ message }) => message)],
    about: { title: page.title === '' ? undefined : page.title, classNames: namesOf(entries), isLaps: false },
  }
}

interface Grouping {
  /** The condition of the template for an entry of an index group; undefined when there is none. */
  readonly condition: string | undefined
  readonly doubts: readonly string[]
  isGrouped(entry: AxwareHtmlEntry): boolean
}

/** Below the heading of another class the page prints indexed totals, unless the entry was merely moved there. */
function groupingOf(entries: readonly AxwareHtmlEntry[]): Grouping {
  const isApart = (entry: AxwareHtmlEntry) => entry.group.toLowerCase() !== entry.class.toLowerCase()
  const apart = entries.filter(isApart)
  const isMoved = (entry: AxwareHtmlEntry) => guessScoring([entry]) !== undefined
  const moved = apart.filter(isMoved)
  const groups = new Set(apart.filter((entry) => !isMoved(entry)).map(({ group }) => group))
  if (groups.size === 0) return { condition: undefined, doubts: movedDoubts(moved), isGrouped: () => false }
  if (moved.length === 0) {
    const condition = '(entry.group | lower) != (entry.class | lower)'
    return { condition, doubts: [], isGrouped: isApart }
  }
  const condition = `entry.group in [${[...groups].map(quoted).join(', ')}]`
  return { condition, doubts: movedDoubts(moved), isGrouped: ({ group }) => groups.has(group) }
}

function movedDoubts(moved: readonly AxwareHtmlEntry[]): readonly string[] {
  return moved.map(
    ({ class: code, number, group }) =>
      `${code} ${number} stands below the heading ${group} with its own time: it is taken as an entry of ${code}.`,
  )
}

function namesOf(entries: readonly AxwareHtmlEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.filter((entry) => entry.group_name !== '').map((entry) => [entry.group, entry.group_name]))
}
