import fs from 'node:fs'
import { SourceError } from '../sources/source-error.ts'
import { confinePath } from './confined-path.ts'

/**
 * The files that a path with `*` in its last part names, such as `live/*.html`, in the order of their names. Throws as
 * confinePath does, and 'file_missing' when there are none. Hidden files are never among them.
 */
export function matchingFiles(root: string, pattern: string): readonly string[] {
  const segments = pattern.split(/[\\/]/)
  const last = segments.pop() ?? ''
  const { path, absolute } = confinePath(root, segments.join('/'))
  const parts = last.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const wanted = new RegExp(`^(?!\\.)${parts.join('.*')}$`, 'i')
  const names = fs.readdirSync(absolute).filter((name) => wanted.test(name))
  if (names.length === 0) {
    const hint = 'Write a name with * in it, such as "live/*.html", or the names of the files in a list.'
    throw new SourceError('file_missing', pattern, 'no file in the data folder has such a name.', hint)
  }
  return names.sort().map((name) => (path === '' ? name : `${path}/${name}`))
}
