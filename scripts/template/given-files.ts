import { readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { OptionError } from '../../cli/options/option-error.ts'

/** A timing file as it was given. */
export interface GivenFile {
  /** Within the data folder, '/'-separated; the name alone of a file outside. */
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly isOutside: boolean
}

/** The files of the command line, and the data folder that they are for. Throws OptionError. */
export function readGivenFiles(
  paths: readonly string[],
  out: string | undefined,
  cwd: string,
): { readonly folder: string; readonly files: readonly GivenFile[] } {
  const [first = ''] = paths
  const folder = out === undefined ? dirname(resolve(cwd, first)) : resolve(cwd, out)
  const files = paths.map((path) => readGiven(resolve(cwd, path), folder))
  const twice = files.find(({ name }, index) => files.findIndex((other) => other.name === name) !== index)
  if (twice) throw new OptionError(`Two files are called ${twice.name}.`)
  return { folder, files }
}

function readGiven(path: string, folder: string): GivenFile {
  const within = relative(folder, path)
  const isOutside = within.startsWith('..') || within === path
  const name = isOutside ? basename(path) : within.split(sep).join('/')
  try {
    return { name, path, bytes: readFileSync(path), isOutside }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code
    throw new OptionError(`${path} cannot be read: ${why}.`)
  }
}
