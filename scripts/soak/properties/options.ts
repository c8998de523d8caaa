import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseOptions, readWholeNumber } from '../../../cli/options/command-options.ts'
import { OptionError } from '../../../cli/options/option-error.ts'

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

export const usage = `Tries the laws of the pure core: npm run soak:laws -- [options]

  --cases N      how many cases, spread over the laws (default: 1000000)
  --seed=N       what the cases follow from (default: another one each time)
  --law WORDS    only the laws in whose title these words stand
  --workers N    how many processes (default: one for each core)
  --path PATH    only the case that a failure named, with its --law and --seed`

const known = {
  cases: { type: 'string' },
  seed: { type: 'string' },
  law: { type: 'string', default: '' },
  path: { type: 'string' },
  workers: { type: 'string' },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): SoakOptions | 'help' {
  const parsed = parseOptions(parameters, known)
  if (parsed === 'help') return 'help'
  const { values } = parsed
  const { path } = values
  if (path !== undefined && !/^\d+(?::\d+)*$/.test(path)) throw new OptionError('--path takes numbers with colons.')
  if (path !== undefined && values.seed === undefined) throw new OptionError('--path needs the --seed that it is of.')
  return {
    cases: readWholeNumber('--cases', values.cases ?? (path === undefined ? '1000000' : '1'), 1, 1e12),
    seed: readWholeNumber('--seed', values.seed ?? String(randomInt(2 ** 31)), -(2 ** 31), 2 ** 31 - 1),
    law: values.law,
    path,
    workers: readWholeNumber('--workers', values.workers ?? String(availableParallelism()), 1, 256),
  }
}
