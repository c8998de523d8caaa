import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Guard } from './guard.ts'

export interface MutationOptions {
  /** The id of one guard, or a part of the paths of files; empty for all. */
  readonly only: string
  readonly jobs: number
}

/** Something on the command line that cannot be used; the message says what. */
export class OptionError extends Error {}

export const usage = `Takes each guard of the code away in turn, and shows that a test fails: npm run mutation -- [options]

  --only WORD  the guard of this id, or those of files in whose path this stands (default: all)
  --jobs N     how many at the same time, each in a copy of its own (default: one for every two cores)

It writes docs/MUTATIONS.md when every guard was caught; with --only, the rows of those that were tried.
It ends with code 1 when one was not.`

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): MutationOptions | 'help' {
  const { help, only, jobs } = parse(parameters)
  if (help) return 'help'
  const number = /^\d+$/.test(jobs) ? Number(jobs) : 0
  if (number < 1 || number > 64) throw new OptionError(`--jobs takes a whole number from 1 to 64; it is "${jobs}".`)
  return { only, jobs: number }
}

/** The guards that are meant. Throws OptionError when there are none. */
export function chosen(guards: readonly Guard[], { only }: MutationOptions): readonly Guard[] {
  const named = guards.filter(({ id }) => id === only)
  const found = named.length > 0 ? named : guards.filter(({ file }) => file.includes(only))
  if (found.length === 0) throw new OptionError(`No guard is called "${only}", and none is in such a file.`)
  return found
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        only: { type: 'string', default: '' },
        jobs: { type: 'string', default: String(Math.max(1, Math.floor(availableParallelism() / 2))) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}
