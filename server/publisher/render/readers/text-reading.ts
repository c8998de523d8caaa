import type { DataFolder } from '../../files/data-folder.ts'
import type { LastReading } from '../../memory/last-reading.ts'
import type { Memories } from '../../memory/memories.ts'
import type { TextInPieces } from '../../memory/text-in-pieces.ts'
import { SourceError } from '../../sources/source-error.ts'
import type { SourceWarning } from '../../sources/source-warning.ts'
import { encodingWarnings } from './encoding-warnings.ts'
import { type optionsOf, type ReaderOptions, readerOptions } from './reader-options.ts'

/** A reader of text, how it is called, and what it may remember. */
export interface TextReader<Found, Parts> {
  /** As templates call it. */
  readonly name: string
  readonly options: (typeof optionsOf)[keyof typeof optionsOf]
  /** The encoding that its files have, without a warning. */
  readonly usual?: 'windows-1252' | undefined
  readonly memories?: Memories<{ readonly last: LastReading<Found>; readonly parts: Parts }> | undefined
  /** What it finds depends on these alone. */
  read(text: string, file: string, said: ReaderOptions, parts: Parts | undefined): Found
  /** The same of a page, of whose pieces those that it remembers are not read again. */
  readonly readPieces?:
    | ((text: TextInPieces, file: string, said: ReaderOptions, parts: Parts | undefined) => Found)
    | undefined
}

/** What a template gets of what a reader found. */
export type Use<Found, Used> = (found: Found, file: string) => Used

/** Calls readers for a template, whose parameters are `call`: a file name, and options. Throws SourceError. */
export type ReadText = <Found, Parts, Used>(
  reader: TextReader<Found, Parts>,
  use: Use<Found, Used>,
  call: readonly unknown[],
) => Used

/** A file is read once while its content is the same. Warnings of encodings are of every rendering. */
export function createTextReading(
  folder: DataFolder,
  collectWarnings: (warnings: readonly SourceWarning[]) => void,
): ReadText {
  return (reader, use, [wanted, ...given]) => {
    const said = readerOptions(given, reader.options, pathOf(wanted))
    const file = folder.read(pathOf(wanted))
    const own = reader.memories?.of(JSON.stringify([reader.name, file.path, said]))
    const { readPieces } = reader
    const pieces = own && readPieces && said.encoding === undefined ? file.inPieces() : undefined
    if (own && readPieces && pieces) {
      return use(
        own.last.recall([pieces], () => readPieces(pieces, file.path, said, own.parts)),
        file.path,
      )
    }
    const decoded = file.decoded(said.encoding)
    const read = () => reader.read(decoded.text, file.path, said, own?.parts)
    const used = use(own ? own.last.recall([decoded.text], read) : read(), file.path)
    if (decoded.guessed === undefined || decoded.guessed !== reader.usual) {
      collectWarnings(encodingWarnings(decoded, file.path))
    }
    return used
  }
}

/** The path that a template gave to a reader. Throws SourceError for anything but a text. */
export function pathOf(wanted: unknown): string {
  if (typeof wanted === 'string' && wanted !== '') return wanted
  const hint = 'Write the name of a file in the data folder, in quotes.'
  throw new SourceError('unreadable', String(wanted ?? ''), 'a reader was given no file name.', hint)
}
