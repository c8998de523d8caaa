import { prontoHeadings } from '../sources/pronto/pronto-headings.ts'
import { readProntoHtml } from '../sources/pronto/pronto-html.ts'
import type { RecognisedField, RecognisedFile } from './entries/recognition.ts'
import { findPageTable, rowVariable } from './page-table.ts'
import { callOf, westernCall } from './source-call.ts'
import { tableDoubts } from './table-doubts.ts'
import type { FileText } from './text-of-file.ts'
import { wholePage } from './whole-page.ts'

/** Recognises a page with the standings of classes that Pronto saves; undefined for any other page. */
export function recogniseProntoPage(file: string, source: FileText): RecognisedFile | undefined {
  const { text } = source
  if (prontoHeadings(text).length === 0) return undefined
  const { content: page, doubts } = wholePage(text, (whole) => readProntoHtml(whole, file))
  const { entries } = page
  if (entries.length === 0) return undefined
  const hasGroups = entries.some(({ class: code, group }) => code !== group)
  const hasTires = entries.some(({ tire }) => tire !== '')
  const plain = (attribute: string): RecognisedField => {
    return { attribute, expression: `entry.${attribute}`, from: [attribute] }
  }
  const group: RecognisedField = { attribute: 'group', expression: 'entry.group if grouped else none', from: ['group'] }
  const total = hasGroups ? 'entry.total if not grouped else none' : 'entry.total'
  return {
    kind: 'recognised',
    file,
    what: 'a page of Pronto with the standings of a class',
    loops: [{ variable: 'entry', list: westernCall('pronto_html', file, source) }],
    statements: hasGroups ? ['{% set grouped = entry.group != entry.class -%}'] : [],
    fields: [
      { attribute: 'driver_name', expression: 'entry.name', from: ['name'] },
      ...['class', 'number', 'car'].map(plain),
      ...(hasGroups ? [group] : []),
      { attribute: 'published_total', expression: total, from: ['total'] },
      plain('runs'),
    ],
    entries: entries.map((entry) => {
      const { name, class: code, number, runs } = entry
      const isGrouped = entry.group !== code
      const results = { total: isGrouped ? '' : entry.total, indexed: isGrouped ? entry.total : '' }
      return { name, class: code, number, group: isGrouped ? entry.group : '', runs, ...results }
    }),
    unused: [
      ...(hasTires ? [{ name: 'tire', why: 'optional' } as const] : []),
      { name: 'position', why: 'derived' },
      { name: 'difference', why: 'derived' },
    ],
    doubts: [...doubts, ...page.warnings.map(({ message }) => message)],
    about: { title: undefined, classNames: new Map(), isLaps: false },
  }
}

/** Recognises the tables of entries in any other page, by their headings; undefined when no table has any. */
export function recognisePage(file: string, source: FileText): RecognisedFile | undefined {
  const { content: found, doubts } = wholePage(source.text, (whole) => findPageTable(whole, file))
  if (!found) return undefined
  const { table, described, options, classNames } = found
  const { isLaps, ...entries } = described
  return {
    kind: 'recognised',
    file,
    what: found.count > 1 ? `a page with ${found.count} tables of results` : 'a page with a table of results',
    loops: [{ variable: rowVariable, list: callOf('html_rows', file, source, options) }],
    ...entries,
    doubts: [...entries.doubts, ...doubts, ...found.doubts, ...tableDoubts(table, file)],
    about: { title: titleOf(source.text), classNames, isLaps },
  }
}

function titleOf(text: string): string | undefined {
  const found =
    /<h[12][^>]*>([\s\S]{1,300}?)<\/h[12]>/i.exec(text) ?? /<title[^>]*>([\s\S]{1,300}?)<\/title>/i.exec(text)
  const title = (found?.[1] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{L}{3}/u.test(title) ? title : undefined
}
