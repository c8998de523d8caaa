import { requireTextFile } from '../files/file-kind.ts'
import { SourceError } from '../sources/source-error.ts'
import type { SqliteEngine } from '../sources/sqlite/sqlite-engine.ts'
import { readJson } from '../sources/structured/json.ts'
import { readJsonLines } from '../sources/structured/json-lines.ts'
import { readYaml } from '../sources/structured/yaml.ts'
import type { Recognition } from './entries/recognition.ts'
import { feedLines } from './feed-lines.ts'
import { readWhole } from './read-whole.ts'
import { recogniseAxwarePage } from './recognise-axware-page.ts'
import { recogniseData } from './recognise-data.ts'
import { recogniseDatabase } from './recognise-database.ts'
import { recogniseFeed } from './recognise-feed.ts'
import { recogniseGrid } from './recognise-grid.ts'
import { recognisePage, recogniseProntoPage } from './recognise-page.ts'
import { recogniseTable } from './recognise-table.ts'
import { isWorkbook, recogniseWorkbook } from './recognise-workbook.ts'
import { callOf } from './source-call.ts'
import { type FileText, textOfFile } from './text-of-file.ts'

/** As the readers take at most. Bytes. */
const mostBytes = 32 * 1024 * 1024

/**
 * Says by its content, never by its name, what a file is and how a template reads it. `file` is its name in the data
 * folder; without `sqlite`, databases are only called by name. Pure; never throws for what is in a file.
 */
export function recogniseFile(file: string, bytes: Uint8Array, sqlite?: SqliteEngine): Recognition {
  try {
    if (bytes.length > mostBytes)
      return unusable(file, 'a file of more than 32 MB', 'Export the results of this event alone.')
    const picture = pictureKind(bytes)
    if (picture) return unusable(file, picture, 'Export the results as CSV, JSON or HTML instead.')
    if (isWorkbook(bytes)) return recogniseWorkbook(file, bytes)
    if (isDatabase(bytes) && sqlite) return recogniseDatabase(file, bytes, sqlite)
    requireTextFile(bytes, file)
    const text = textOfFile(bytes)
    if (isBinary(text.text))
      return unusable(file, 'a file of another kind, and no text', 'Export the results as CSV, JSON or HTML instead.')
    if (text.text.trim() === '')
      return unusable(file, 'an empty file', 'Wait for the first save, or export the results again.')
    return withEncodingDoubt(recogniseText(file, text), text)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return unusable(file, kindOfError(error), `${error.message} ${error.hint}`)
  }
}

/** Whether a file is a SQLite database, whatever its name says. */
export function isDatabase(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 16)).toString('latin1') === 'SQLite format 3\0'
}

function recogniseText(file: string, text: FileText): Recognition {
  const start = text.text.trimStart()
  const heard = feedLines(start)
  if (heard) return recogniseFeed(file, heard)
  if (isJsonLines(start)) {
    const data = readWhole(text.text, (whole) => readJsonLines(whole, file))
    return withDoubts(
      recogniseData(file, data.content.records, callOf('jsonl', file, text), 'lines of JSON'),
      data.doubts,
    )
  }
  if (/^[[{]/.test(start)) {
    const call = callOf('json', file, text)
    return recogniseData(file, readJson(text.text, file), call, 'data of JSON')
  }
  if (/^<|<table\b|<html\b/i.test(start.slice(0, 4096))) {
    const page = recogniseProntoPage(file, text) ?? recogniseAxwarePage(file, text) ?? recognisePage(file, text)
    if (page) return page
    return unusable(file, 'a page without a table of results', 'Export the results as CSV or JSON.')
  }
  return recogniseYaml(file, text) ?? recogniseGrid(file, text) ?? recogniseTable(file, text) ?? unknownText(file, text)
}

/** Whether each of the first lines holds an object of its own. */
function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.split('\n').filter((line) => line.trim() !== '')
  return /^\{.*\}\s*$/.test(first) && second.startsWith('{')
}

function withDoubts(recognition: Recognition, doubts: readonly string[]): Recognition {
  return recognition.kind === 'unusable' ? recognition : { ...recognition, doubts: [...recognition.doubts, ...doubts] }
}

/** Undefined for a text that does not begin as YAML, or whose data have no entries: a title can look like a key. */
function recogniseYaml(file: string, text: FileText): Recognition | undefined {
  const [first = ''] = text.text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  if (!/^(?:---|- |[\w"' -]+:(?:\s|$))/.test(first)) return undefined
  try {
    const found = recogniseData(file, readYaml(text.text, file), callOf('yaml', file, text), 'data of YAML')
    return found.kind === 'recognised' ? found : undefined
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
}

function withEncodingDoubt(recognition: Recognition, { encoding, sample }: FileText): Recognition {
  if (recognition.kind === 'unusable' || encoding === undefined) return recognition
  if (!recognition.loops[0]?.list.includes('encoding=')) return recognition
  const shown = sample === undefined ? '' : `: check that "${sample}" is right`
  return withDoubts(recognition, [`The text is no UTF-8 and is read as ${encoding}, which is a guess${shown}.`])
}

const pictures: readonly (readonly [start: string, kind: string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a picture or a recording'],
  ['{\\rtf', 'a document of a word processor'],
]

function pictureKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1')
  return pictures.find(([start]) => head.startsWith(start))?.[1]
}

/** Whether more than one in fifty characters at the start is a control character. Zeros alone are a disk's. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 8192)
  const controls = head.match(/(?![\s\0])\p{Cc}/gu)?.length ?? 0
  return controls > Math.max(2, head.length / 50)
}

function kindOfError({ code, message }: SourceError): string {
  const named = /this is (an? [^,]+)/.exec(message)?.[1]
  if (named !== undefined) return named
  if (message.includes('zero bytes')) return 'a file with zero bytes in it'
  return code === 'half_written' ? 'a file that is cut off' : 'a file that cannot be read'
}

function unknownText(file: string, { text }: FileText): Recognition {
  const first = text.trim().split('\n')[0]?.slice(0, 60) ?? ''
  const hint =
    'Write a line such as Name,Class,Number,Run 1,Pen 1 above the rows, or export the results with their headings.'
  return unusable(file, `a text without headings, which begins with "${first}"`, hint)
}

function unusable(file: string, what: string, hint: string): Recognition {
  return { kind: 'unusable', file, what, hint }
}
