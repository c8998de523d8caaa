import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

export interface SoakOptions {
  readonly cases: number
  /** What all cases follow from, but for how many there are. */
  readonly seed: number
  /** Only the law that is called so, or else those in whose title these words stand. */
  readonly law: string
  /** Only this case, found by a run with this very seed. */
  readonly path: string | undefined
  readonly workers: number
}

/** Something on the command line that cannot be used; the message says what. */
export class OptionError extends Error {}

export const usage = `Tries the laws of the pure core: npm run soak:laws -- [options]

  --cases N      how many cases, spread over the laws (default: 1000000)
  --seed=N       what the cases follow from (default: another one each time)
  --law WORDS    only the laws in whose title these words stand
  --workers N    how many processes (default: one for each core)
  --path PATH    only the case that a failure named, with its --law and --seed`

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): SoakOptions | 'help' {
  const values = parse(parameters)
  if (values.help) return 'help'
  const { path } = values
  if (path !== undefined && !/^\d+(?::\d+)*$/.test(path)) throw new OptionError('--path takes numbers with colons.')
  if (path !== undefined && values.seed === undefined) throw new OptionError('--path needs the --seed that it is of.')
  return {
    cases: wholeNumber('--cases', values.cases ?? (path === undefined ? '1000000' : '1'), 1, 1e12),
    seed: wholeNumber('--seed', values.seed ?? String(randomInt(2 ** 31)), -(2 ** 31), 2 ** 31 - 1),
    law: values.law,
    path,
    workers: wholeNumber('--workers', values.workers ?? String(availableParallelism()), 1, 256),
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OptionError(`${option} takes a whole number from ${least} to ${most}; it is "${text}".`)
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        cases: { type: 'string' },
        seed: { type: 'string' },
        law: { type: 'string', default: '' },
        path: { type: 'string' },
        workers: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}
