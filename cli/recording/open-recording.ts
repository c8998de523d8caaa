import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { OptionError } from '../options/option-error.ts'
import { type Header, parseHeader, parseRecorded, type Recorded } from './recorded.ts'

export interface Recording {
  readonly header: Header
  /** Each call reads from the begin. Lines that are none are passed over. */
  entries(): AsyncIterable<Recorded>
}

/** Opens a recording; it may be longer than memory. Throws OptionError for a file that is none. */
export async function openRecording(path: string): Promise<Recording> {
  const first = await firstLine(path)
  const header = first === undefined ? undefined : parseHeader(first)
  if (!header) throw new OptionError(`${path} is no recording of Paddock; "npm run record" makes them.`)
  return { header, entries: () => readEntries(path) }
}

async function firstLine(path: string): Promise<string | undefined> {
  try {
    for await (const line of linesOf(path)) return line
  } catch (error) {
    throw new OptionError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  return undefined
}

async function* readEntries(path: string): AsyncIterable<Recorded> {
  for await (const line of linesOf(path)) {
    const recorded = parseRecorded(line)
    if (recorded) yield recorded
  }
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
}
