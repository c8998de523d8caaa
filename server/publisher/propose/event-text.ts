import { stringify } from 'yaml'
import { maximumClassCode } from '../../../lib/record/event.ts'
import type { RecognisedFile } from '../recognise/entries/recognition.ts'
import { guessClasses, type ProposedClass } from './guess-classes.ts'
import { guessRules, type Setting } from './guess-rules.ts'
import { guessTable, type ProposedTable, tableIndex } from './guess-table.ts'

import { titleAndDate } from './title-and-date.ts'

/** event.yaml for these files: the title and the classes that they have, and the rules that their totals speak for. */
export function eventText(files: readonly RecognisedFile[]): string {
  const { title, date } = titleAndDate(files.map(({ about }) => about.title).find((one) => one !== undefined))
  const rules = guessRules(files)
  return [
    '# The event: its name, its rules, its classes. Proposed from the file; data/README.md explains every setting.',
    title === undefined ? 'title: My event # as people shall read it' : `title: ${scalar(title.slice(0, 200))}`,
    date === undefined ? '# date: Sunday, 14 June 2026' : `date: ${scalar(date)}`,
    '# place: Two Lakes Fairground',
    line('scoring', rules.scoring),
    ...optional('drop_slowest', rules.drop_slowest),
    ...optional('runs_per_entry', rules.runs_per_entry).map((one) => `# ${one}`),
    ...(rules.cone_seconds
      ? [`penalties: { cone_seconds: ${rules.cone_seconds.value} } # ${rules.cone_seconds.why}`]
      : []),
    ...optional('time_format', rules.time_format),
    ...sourceLines(files),
    ...classLines(guessClasses(files)),
    '',
  ].join('\n')
}

function line(name: string, { value, why }: Setting<string | number>): string {
  return `${name}: ${value}${why === '' ? '' : ` # ${why}`}`
}

function optional(name: string, setting: Setting<string | number> | undefined): readonly string[] {
  return setting ? [line(name, setting)] : []
}

function sourceLines(files: readonly RecognisedFile[]): readonly string[] {
  const feed = files.map(({ about }) => about.feed).find(Boolean)
  if (!feed) return []
  return [
    '',
    '# Where the timing system serves RMonitor: its address and port.',
    'sources:',
    `  ${feed.name}: { rmonitor: "127.0.0.1:50000" }`,
  ]
}

function classLines(all: readonly ProposedClass[]): readonly string[] {
  const classes = all.filter(({ code }) => code.length <= maximumClassCode)
  const long = all.filter((one) => !classes.includes(one))
  return [...settingLines(classes), ...(long.length === 0 ? [] : [longCodes(long)])]
}

function longCodes(classes: readonly ProposedClass[]): string {
  const shown = classes.slice(0, 2).map(({ code }) => JSON.stringify(code.slice(0, 30)))
  const others = classes.length > shown.length ? ` and ${classes.length - shown.length} more` : ''
  return `# Not listed, since a code has ${maximumClassCode} characters at most here: ${shown.join(', ')}${others}.`
}

function settingLines(classes: readonly ProposedClass[]): readonly string[] {
  if (classes.length === 0) return []
  const table = guessTable(classes)
  const sure = table?.isSure ? table.name : undefined
  const listed = classes.map((one) =>
    sure !== undefined && tableIndex(sure, one.code) === one.index ? { ...one, index: undefined } : one,
  )
  return [
    '',
    ...tableLines(table),
    `# In the order in which they are shown. ${remark(listed)}`,
    'classes:',
    ...listed.map(classLine),
  ]
}

function tableLines(table: ProposedTable | undefined): readonly string[] {
  if (!table) return []
  if (table.isSure) return [`index_table: ${table.name} # its indices are those of the file`]
  return [`# index_table: ${table.name} # the SCCA's indices (PAX, RTP), if your club uses them`]
}

function remark(classes: readonly ProposedClass[]): string {
  if (classes.some(({ index }) => index !== undefined))
    return 'The indices are those by which the file makes its indexed times.'
  return 'With an index (PAX, RTP): SS: { name: Super Street, index: 0.832 }'
}

function classLine({ code, name, index }: ProposedClass): string {
  return `  ${scalar(code, true)}: ${classSettings(name, index)}`
}

/** In the short form where there is only one of them. */
function classSettings(name: string | undefined, index: number | undefined): string {
  if (name === undefined) return index === undefined ? '{}' : String(index)
  return index === undefined ? scalar(name) : `{ name: ${scalar(name, true)}, index: ${index} }`
}

/** A text of YAML, in quotes where it would be read as something else. */
function scalar(text: string, isInMapping = false): string {
  const isPlain = stringify(text, { lineWidth: 0 }).trim() === text && !(isInMapping && /[,{}[\]:#]/.test(text))
  return isPlain ? text : JSON.stringify(text)
}
