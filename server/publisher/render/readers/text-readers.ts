import type { TextInPieces } from '../../memory/text-in-pieces.ts'
import { readAxwareGrid } from '../../sources/axware/axware-grid.ts'
import { type AxwareMemory, type AxwarePage, readAxwareHtml } from '../../sources/axware/axware-html.ts'
import { readHtmlRows } from '../../sources/html/html-rows.ts'
import type { PageMemory } from '../../sources/html/page-memory.ts'
import { passedOverWarnings } from '../../sources/pronto/passed-over-page.ts'
import { mayBeProntoClassPage, type ProntoPage, readProntoHtml } from '../../sources/pronto/pronto-html.ts'
import { readJson } from '../../sources/structured/json.ts'
import { readJsonLines } from '../../sources/structured/json-lines.ts'
import { readYamlFile } from '../../sources/structured/yaml.ts'
import { readCsv } from '../../sources/tables/csv.ts'
import { readTsv } from '../../sources/tables/tsv.ts'
import { optionsOf, type ReaderOptions } from './reader-options.ts'
import type { ReadingMemory } from './reading-memory.ts'
import type { TextReader } from './text-reading.ts'

/** The encoding of AXWare and Pronto. */
const western = 'windows-1252'

/** The readers of text by name, with what they remember of the last pass. */
export function textReaders(memory: ReadingMemory | undefined) {
  const { text, tsv, csv, html, pronto } = optionsOf
  return {
    axware_html: {
      ...reader('axware_html', text, memory?.axwarePages, readAxwarePage, western),
      readPieces: readAxwarePage,
    },
    axware_grid: reader('axware_grid', tsv, memory?.grids, readAxwareGrid, western),
    csv: reader('csv', csv, memory?.tables, readCsv),
    tsv: reader('tsv', tsv, memory?.tables, readTsv),
    html_rows: { ...reader('html_rows', html, memory?.htmlRows, readHtmlRows), readPieces: readHtmlRows },
    pronto_html: reader('pronto_html', pronto, memory?.prontoPages, readProntoHtml, western),
    /** Of pages that a `*` names, those that are no page of a class are passed over. */
    pronto_html_among_others: reader('pronto_html(*)', pronto, memory?.prontoPages, readProntoAmongOthers, western),
    json: reader('json', text, memory?.data, readJson),
    jsonl: reader('jsonl', text, memory?.jsonLines, readJsonLines),
    yaml: reader('yaml', text, memory?.yaml, readYamlFile),
    text: reader('text', text, undefined, (content: string) => content),
  }
}

function reader<Found, Parts>(
  name: string,
  options: TextReader<Found, Parts>['options'],
  memories: TextReader<Found, Parts>['memories'],
  read: TextReader<Found, Parts>['read'],
  usual?: TextReader<Found, Parts>['usual'],
): TextReader<Found, Parts> {
  return { name, options, memories, read, usual }
}

function readAxwarePage(
  text: string | TextInPieces,
  file: string,
  _: ReaderOptions,
  memory: AxwareMemory | undefined,
): AxwarePage {
  return readAxwareHtml(text, file, memory)
}

function readProntoAmongOthers(text: string, file: string, said: ReaderOptions, memory?: PageMemory): ProntoPage {
  if (mayBeProntoClassPage(text)) return readProntoHtml(text, file, said, memory)
  return { entries: [], warnings: passedOverWarnings(text, file) }
}
