import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** What is made of the sources, or has nothing to do with tests. */
const leftOut = new Set(['node_modules', '.next', '.git', 'dist', '.paddock', 'test-results', 'playwright-report'])

export interface Tree {
  readonly folder: string
  remove(): Promise<void>
}

/** Copies the working tree into a folder of its own, where code may be broken. It shares the packages of the original. */
export async function copyTree(root: string): Promise<Tree> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'paddock-mutation-')))
  await cp(root, folder, { recursive: true, filter: (path) => !leftOut.has(relative(root, path)) })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
