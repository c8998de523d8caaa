import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentFile, mergedRows, mutationsDocument, rowOf, rowsIn } from './document.ts'
import type { Guard } from './guard.ts'
import { chosen, OptionError, readOptions, usage } from './options.ts'
import { resultLines, trialLine } from './result-lines.ts'
import type { Trial } from './try-guard.ts'
import { tryGuards } from './try-guards.ts'

/** The slowest tests take a minute or two on a busy machine. Milliseconds. */
export const defaultTimeLimit = 300_000

export interface MutationParts {
  readonly guards: readonly Guard[]
  readonly root: string
  /** For one run of tests, in milliseconds. */
  readonly timeLimit: number
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** Tries guards as the command line says, and writes down who caught them. Returns the exit code: 0 when all were caught. */
export async function runMutation(parameters: readonly string[], parts: MutationParts): Promise<number> {
  const { guards, root, timeLimit, say, signal } = parts
  try {
    const options = readOptions(parameters)
    if (options === 'help') {
      say(usage)
      return 0
    }
    const meant = chosen(guards, options)
    say(`${meant.length} guards; first their tests on the code as it is`)
    let done = 0
    const onTrial = (trial: Trial) => {
      done += 1
      say(`${done} of ${meant.length}  ${trialLine(trial)}`)
    }
    const tried = await tryGuards(meant, { root, jobs: options.jobs, timeLimit, onTrial, signal })
    if (tried.kind === 'useless') {
      say(`Nothing can be proved: ${tried.reason}`)
      return 1
    }
    for (const line of resultLines(tried.trials)) say(line)
    const rows = tried.trials.flatMap((trial) => rowOf(trial) ?? [])
    if (rows.length < meant.length) return 1
    await writeDocument(guards, rows, root)
    say(`Written to ${documentFile}.`)
    return 0
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    say(`${error.message}\n\n${usage}`)
    return 2
  }
}

async function writeDocument(guards: readonly Guard[], rows: ReturnType<typeof rowsIn>, root: string): Promise<void> {
  const path = join(root, documentFile)
  const before = await readFile(path, 'utf8').catch(() => '')
  await writeFile(path, mutationsDocument(mergedRows(guards, rowsIn(before), rows), guards.length))
}
