import fs from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { SourceError } from '../sources/source-error.ts'
import { closestNames } from './closest-names.ts'

/** A path inside the data folder; `absolute` may be a symlink to another path inside it. */
export interface ConfinedPath {
  /** Relative to the data folder, '/'-separated: the name to show and to watch. */
  readonly path: string
  readonly absolute: string
}

/**
 * Resolves a path that a template names. Throws 'outside_data_folder' for a path that leads out of `root`, and
 * 'file_missing' with similar names.
 */
export function confinePath(root: string, wanted: string): ConfinedPath {
  const segments = wanted.split(/[\\/]/)
  const rooted = /^([\\/]|[A-Za-z]:)/.test(wanted)
  if (rooted || wanted.includes('\0') || segments.includes('..')) throw outside(wanted)
  const names = namesOnDisk(
    root,
    segments.filter((segment) => segment !== '' && segment !== '.'),
  )
  const path = names.join('/')
  const absolute = join(root, ...names)
  const real = realPath(absolute)
  if (real === undefined) throw missing(root, path, absolute)
  if (!isInside(root, real)) throw outside(path)
  return { path, absolute }
}

/** The names as the disk has them. A Mac writes `ä` as two characters, and templates have it as one. */
function namesOnDisk(root: string, names: readonly string[]): readonly string[] {
  if (names.every((name) => /^[\x20-\x7e]*$/.test(name)) || realPath(join(root, ...names)) !== undefined) return names
  const found: string[] = []
  for (const name of names) {
    const folder = join(root, ...found)
    const real = realPath(folder)
    const others = real !== undefined && isInside(root, real) ? listed(folder) : []
    found.push(others.includes(name) ? name : (others.find((other) => isSameName(other, name)) ?? name))
  }
  return found
}

function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC')
}

function listed(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}

function missing(root: string, path: string, absolute: string): SourceError {
  let known = dirname(absolute)
  while (realPath(known) === undefined && known !== dirname(known)) known = dirname(known)
  // A symlink on the way to a missing file can lead out of the folder; names out there are not listed.
  if (!isInside(root, realPath(known) ?? known)) return outside(path)
  const folder = relative(root, known).split(sep).join('/')
  const lost = relative(known, absolute).split(sep)[0] ?? path
  const similar = closestNames(lost, listed(known)).map((name) => (folder === '' ? name : `${folder}/${name}`))
  const hint = similar.length > 0 ? `Did you mean ${similar.join(' or ')}?` : 'That folder is empty, or cannot be read.'
  return new SourceError('file_missing', path, 'there is no such file in the data folder.', hint)
}

function outside(path: string): SourceError {
  const shown = path.replaceAll('\0', '\\0')
  const hint = 'Copy the file into the data folder, and name it relative to that folder.'
  return new SourceError('outside_data_folder', shown, 'only files inside the data folder can be read.', hint)
}

function isInside(root: string, real: string): boolean {
  const way = relative(fs.realpathSync(root), real)
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:|^[\\/]/.test(way)
}

function realPath(path: string): string | undefined {
  try {
    return fs.realpathSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined
    throw error
  }
}
