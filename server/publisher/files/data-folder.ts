import { createPassMemory, type PassMemory } from '../memory/pass-memory.ts'
import type { TextInPieces } from '../memory/text-in-pieces.ts'
import { SourceError } from '../sources/source-error.ts'
import { confinePath } from './confined-path.ts'
import type { DecodedText } from './decode-text.ts'
import { type FileContent, fileContent } from './file-content.ts'
import { requireTextFile } from './file-kind.ts'
import { matchingFiles } from './matching-files.ts'
import { readSteadyFile, type SteadyFile, stampNow } from './steady-read.ts'

/** A file of the data folder as it was at one moment. */
interface FileRead {
  /** Relative to the data folder, '/'-separated. */
  readonly path: string
  /** With a memory, the same array as in the last pass when the content is the same. */
  readonly bytes: Uint8Array
  /** As decodeFile gives it; decoded at first use. */
  readonly text: string
  /** The same with an encoding that a template names. Throws SourceError 'not_text' for other kinds of files. */
  decoded(encoding?: string): DecodedText
  /**
   * The text cut where rows of pages begin, if its encoding is beyond doubt. The same object while the content is the
   * same. Throws as `decoded` does.
   */
  inPieces(): TextInPieces | undefined
  /** Unix ms. */
  readonly modifiedAt: number
  readonly size: number
  /** Differs after every save. */
  readonly stamp: string
  /** On the clock of performance.now(), ms. */
  readonly readAt: number
}

/** Reads the files of one folder for one rendering, and lists them. Synchronous: meant for a process of its own. */
export interface DataFolder {
  /** Throws SourceError. A second read gives the same content, so that one rendering sees one moment. */
  read(path: string): FileRead
  /** The files that a path with `*` in its last part names. Throws SourceError. */
  matching(pattern: string): readonly string[]
  /** Every file that was read, once. */
  reads(): readonly FileRead[]
  /** Whether a file that was read has not been saved since. */
  isUnchanged(file: FileRead): boolean
}

export interface ReadLimits {
  /** Of one file, and of all files of one rendering. */
  readonly maxBytes: number
  readonly maxTotalBytes: number
  readonly maxFiles: number
}

const megabyte = 1024 * 1024
export const defaultReadLimits: ReadLimits = { maxBytes: 32 * megabyte, maxTotalBytes: 64 * megabyte, maxFiles: 1000 }

/** The files of the last pass, by path. */
export type KnownContents = PassMemory<string, FileContent>

/** Opens the folder that templates may read from; nothing outside it is read. */
export function openDataFolder(
  root: string,
  limits: Partial<ReadLimits> = {},
  known: KnownContents = createPassMemory(),
): DataFolder {
  const { maxBytes, maxTotalBytes, maxFiles } = { ...defaultReadLimits, ...limits }
  const files = new Map<string, FileRead>()
  let total = 0

  const readNew = (absolute: string, path: string): FileRead => {
    if (files.size >= maxFiles) throw tooMuch(path, `more than ${maxFiles} files are read at once`)
    const before = known.last(path)
    const read = readSteadyFile(absolute, path, maxBytes, before?.room)
    const isSame = ({ bytes }: FileContent) => Buffer.compare(bytes, read.bytes) === 0
    const content = known.recall(path, () => fileContent(read.bytes, before), isSame)
    const file = fileRead(path, read, content)
    total += file.size
    if (total <= maxTotalBytes) return file
    throw tooMuch(path, `with it, more than ${Math.round(maxTotalBytes / megabyte)} MB are read at once`)
  }

  return {
    read(wanted) {
      let path = wanted
      try {
        const confined = confinePath(root, wanted)
        path = confined.path
        const file = files.get(path) ?? readNew(confined.absolute, path)
        files.set(path, file)
        return file
      } catch (error) {
        throw explain(error, path)
      }
    },
    matching(pattern) {
      try {
        return matchingFiles(root, pattern)
      } catch (error) {
        throw explain(error, pattern)
      }
    },
    reads: () => [...files.values()],
    isUnchanged({ path, stamp }) {
      try {
        return stampNow(confinePath(root, path).absolute) === stamp
      } catch {
        return false
      }
    },
  }
}

function tooMuch(path: string, problem: string): SourceError {
  return new SourceError('file_too_large', path, `${problem}.`, 'Read only the files that this event needs.')
}

function fileRead(path: string, { modifiedAt, size, stamp }: SteadyFile, content: FileContent): FileRead {
  const requireText = () => requireTextFile(content.bytes, path)
  return {
    ...{ path, modifiedAt, size, stamp },
    readAt: performance.now(),
    get bytes() {
      return content.keepBytes()
    },
    get text() {
      return content.decoded().text
    },
    decoded(encoding) {
      requireText()
      return content.decoded(encoding)
    },
    inPieces() {
      requireText()
      return content.inPieces()
    },
  }
}

function explain(error: unknown, path: string): SourceError {
  if (error instanceof SourceError) return error
  if (!(error instanceof Error) || !('code' in error)) throw error
  if (error.code === 'ENOENT') {
    const hint = 'It vanished while it was being read; it is read again at the next change.'
    return new SourceError('file_missing', path, 'there is no such file in the data folder.', hint)
  }
  const hint = 'Check who may read the file, and whether another program keeps it locked.'
  return new SourceError('unreadable', path, `the operating system refuses to read it (${String(error.code)}).`, hint)
}
