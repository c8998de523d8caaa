import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, parse } from 'node:path'

/**
 * The parameters of Node.js that confine a rendering: it makes no code of texts, reads only the data folder and
 * Paddock's code, writes nothing and starts no process. TypeScript runs unconfined: its loader needs all of that.
 */
export function confinement(script: string, dataFolder: string): readonly string[] {
  if (script.endsWith('.ts')) return ['--import', 'tsx']
  const readable = [...codeOf(script), ...withRealPath(dataFolder)].map((path) => `--allow-fs-read=${path}`)
  return ['--disallow-code-generation-from-strings', permissionFlag(process.allowedNodeEnvironmentFlags), ...readable]
}

/** Node.js 20 and 22 before 22.13 have the permissions as an experiment. */
export function permissionFlag(known: ReadonlySet<string>): string {
  return known.has('--permission') ? '--permission' : '--experimental-permission'
}

/** The compiled code and the packages: not the folder around them, which holds the state folder by default. */
function codeOf(script: string): readonly string[] {
  const packages = createRequire(script).resolve.paths('nunjucks') ?? []
  // This file lies three folders below the compiled code.
  return [join(dirname(script), '../../..'), ...packages.filter(existsSync)].flatMap(withRealPath)
}

/** A folder and what is in it; a symbolic link is granted with its target. */
function withRealPath(folder: string): readonly string[] {
  const real = existsSync(folder) ? realpathSync(folder) : folder
  return [...new Set([folder, real])].flatMap((path) => [path, join(path, '*')])
}

/** A folder of no use to a template: relative paths lead nowhere. One for every Paddock of the machine. */
export function emptyFolder(): string {
  const folder = join(tmpdir(), 'paddock-empty')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o500 })
    return folder
  } catch {
    return parse(folder).root
  }
}
