import { SourceError } from '../sources/source-error.ts'
import { confinePath } from './confined-path.ts'
import { decodeText } from './decode-text.ts'
import { readSteadyFile } from './steady-read.ts'

/** A file of the data folder as it was at one moment. */
export interface FileRead {
  /** Relative to the data folder, '/'-separated. */
  readonly path: string
  readonly bytes: Uint8Array
  /** As decodeText gives it; decoded at first use. */
  readonly text: string
  /** Unix ms. */
  readonly modifiedAt: number
  readonly size: number
}

/** Reads the files of one folder for one rendering, and lists them. Synchronous: meant for a process of its own. */
export interface DataFolder {
  /** Throws SourceError. A second read gives the same content, so that one rendering sees one moment. */
  read(path: string): FileRead
  /** Every file that was read, once. */
  reads(): readonly FileRead[]
}

/** Opens the folder that templates may read from; nothing outside it is read. `maxBytes` is 32 MB unless given. */
export function openDataFolder(root: string, options: { readonly maxBytes?: number } = {}): DataFolder {
  const maxBytes = options.maxBytes ?? 32 * 1024 * 1024
  const files = new Map<string, FileRead>()

  return {
    read(wanted) {
      let path = wanted
      try {
        const confined = confinePath(root, wanted)
        path = confined.path
        const file = files.get(path) ?? withText(path, readSteadyFile(confined.absolute, path, maxBytes))
        files.set(path, file)
        return file
      } catch (error) {
        throw explain(error, path)
      }
    },
    reads: () => [...files.values()],
  }
}

function withText(path: string, read: Omit<FileRead, 'path' | 'text'>): FileRead {
  let text: string | undefined
  return {
    ...read,
    path,
    get text() {
      text ??= decodeText(read.bytes)
      return text
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
