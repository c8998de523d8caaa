import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { PipelineProblem } from '../../lib/server-api/pipeline-state.ts'

/** The files that the log keeps open as long as it runs. */
const openFiles = ['paddock.db', 'paddock.lock', 'paddock.witness']

export interface LostFiles {
  /** Looks at the folder again. Logs when files were lost, and when they are back. */
  check(): void
  /** The problem that the last check found. */
  problems(): readonly PipelineProblem[]
}

/**
 * Remembers which files the log has open. A file that is deleted or replaced can still be written, but nothing of that
 * is there after a restart.
 */
export function watchForLostFiles(folder: string, logger: Logger): LostFiles {
  const remembered = openFiles.map((name) => [name, identity(join(folder, name))] as const)
  let lost = ''

  return {
    check() {
      const found = remembered.filter(([name, before]) => identity(join(folder, name)) !== before)
      const names = found.map(([name]) => name).join(', ')
      if (names === lost) return
      lost = names
      if (lost === '') logger.info(`the files of ${folder} are back`)
      else for (const { code, message, hint } of this.problems()) logger.error({ code }, `${message} ${hint}`)
    },
    problems: () => (lost === '' ? [] : [problem(folder, lost)]),
  }
}

/** Device and number of a file; undefined when it cannot be found. */
function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}

function problem(folder: string, names: string): PipelineProblem {
  return {
    code: 'state_folder_lost',
    message: `The state folder ${folder} was deleted or replaced while Paddock runs: ${names} cannot be found any more.`,
    hint: 'Put the same files back, or restart Paddock: it begins a new log with the list of the timing files. Until then publishing goes on, but nothing is stored.',
  }
}
