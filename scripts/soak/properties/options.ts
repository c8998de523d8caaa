import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseOptions, readWholeNumber } from '../../../cli/options/command-options.ts'
import { OptionError } from '../../../cli/options/option-error.ts'

export interface SoakOptions {
  readonly cases: number
  /** The seed of all cases. */
  readonly seed: number
  /** Tries only the property with this title, or else those whose titles contain it; '' for all. */
  readonly title: string
  /** Tries only this case, which a run with the same seed has found. */
  readonly path: string | undefined
  readonly workers: number
}

export const usage = `Tries the properties of the core: npm run soak:laws -- [options]

  --cases N      how many cases, spread over the properties (default: 1000000)
  --seed=N       the seed of the cases (default: random)
  --law WORDS    only properties with these words in their titles
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
    title: values.law,
    path,
    workers: readWholeNumber('--workers', values.workers ?? String(availableParallelism()), 1, 256),
  }
}
