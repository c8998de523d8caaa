import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './markdown.ts'

/** The TypeScript files of these folders by their paths from the root, without tests, contracts and fixtures. */
export function sourceFiles(folders: readonly string[]): string[] {
  return allSourceFiles(folders).filter((path) => !/\.(?:test|contract|fixture)\.tsx?$/.test(path))
}

/** The TypeScript files of these folders by their paths from the root, with tests. */
export function allSourceFiles(folders: readonly string[]): string[] {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  return present
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ts|tsx|mts|mjs)$/.test(path))
}

/** Every source file of the repository, scripts and configurations too, by its path from the root; needs Git. */
export function trackedSourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '*.ts', '*.tsx', '*.mjs', '*.js'], {
    cwd: root,
    encoding: 'utf8',
  })
  // A file that was deleted but not committed is still listed.
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
}
