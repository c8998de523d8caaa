import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sourcesIn } from './sources.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const kept = join(root, '.paddock', 'compiled')
const folders = ['cli', 'lib', 'server', 'testing']
const hour = 3_600_000

let compiled: Promise<string> | undefined

/**
 * The path of the compiled copy of a source file, for tests that start it as a process: it loads with half the work
 * that tsx takes. The sources are compiled once, and again when one has changed.
 */
export async function compiledSource(file: string): Promise<string> {
  compiled ??= compile()
  return join(await compiled, file.replace(/\.ts$/, '.js'))
}

async function compile(): Promise<string> {
  const { files, fingerprint } = sourcesIn(root, folders)
  const folder = join(kept, fingerprint)
  if (existsSync(folder)) return folder
  mkdirSync(kept, { recursive: true })
  for (const name of readdirSync(kept)) removeIfOld(join(kept, name))
  const own = mkdtempSync(join(kept, 'making-'))
  const config = {
    extends: join(root, 'server/tsconfig.json'),
    files: files.map((file) => join(root, file)),
    include: [],
    compilerOptions: { noCheck: true, rootDir: root, outDir: own, typeRoots: [join(root, 'node_modules/@types')] },
  }
  await writeFile(join(own, 'tsconfig.json'), JSON.stringify(config))
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  await promisify(execFile)(process.execPath, [compiler, '-p', own])
  try {
    renameSync(own, folder)
  } catch (error) {
    // Another process of the same run was quicker.
    if (!existsSync(folder)) throw error
    rmSync(own, { recursive: true })
  }
  return folder
}

/** A run that began an hour ago uses it no more. */
function removeIfOld(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && Date.now() - found.mtimeMs > hour) rmSync(folder, { recursive: true, force: true })
}
