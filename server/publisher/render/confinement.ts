import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, parse, sep } from 'node:path'

/**
 * The parameters of Node.js that confine a rendering: it makes no code of texts, reads only the data folder and
 * Paddock's code, writes nothing and starts no process. TypeScript runs unconfined: its loader needs all of that.
 */
export function confinement(script: string, dataFolder: string): readonly string[] {
  if (script.endsWith('.ts')) return ['--import', import.meta.resolve('tsx')]
  const readable = outermost([...codeOf(script), dataFolder].flatMap(withRealPath))
  const grants = readable.map((folder) => `--allow-fs-read=${join(folder, '*')}`)
  return ['--disallow-code-generation-from-strings', permissionFlag(process.allowedNodeEnvironmentFlags), ...grants]
}

/** Node.js 20 and 22 before 22.13 have the permissions as an experiment. */
function permissionFlag(known: ReadonlySet<string>): string {
  return known.has('--permission') ? '--permission' : '--experimental-permission'
}

/** The compiled code and the packages: not the folder around them, which holds the state folder by default. */
function codeOf(script: string): readonly string[] {
  const packages = createRequire(script).resolve.paths('nunjucks') ?? []
  // The script lies three folders below the compiled code.
  return [join(dirname(script), '../../..'), ...packages.filter((folder) => existsSync(folder))]
}

/** Node.js follows a symbolic link only where the link and its target are granted. */
function withRealPath(folder: string): readonly string[] {
  return existsSync(folder) ? [folder, realpathSync(folder)] : [folder]
}

/** Without folders inside others and repetitions: Node.js 20 aborts when it is given both. */
function outermost(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders)]
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(join(other, sep))))
}

/** A folder of no use to a template: relative paths lead nowhere. One for every Paddock of the machine. */
export function emptyFolder(): string {
  const folder = join(tmpdir(), 'paddock-empty')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o500 })
    accessSync(folder, constants.X_OK)
    return folder
  } catch {
    return parse(folder).root
  }
}
