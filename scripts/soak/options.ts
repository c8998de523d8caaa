import { parseOptions, readNumber } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'
import type { SoakOptions } from './run-soak.ts'

/** How long troubles are made before everything must be right again. Milliseconds. */
const chaos = 45_000
/** About the length of a round, with healing and a restart. Milliseconds. */
const round = 75_000

const short = { chaos: 25_000, rounds: 1, leastVersions: 12, processes: 2, liveClients: 3 } as const

export const usage = `Makes trouble for a real server and its clients, and checks all that they report: npm run soak -- [options]

  --minutes N  about how long it takes (default: 10)
  --seed N     which troubles are made, in which order (default: by the clock)
  --drivers N  how long the list is (default: 60)
  --short      one round with few clients, as the test run has it

It ends with code 1 when anything was wrong, or when too little happened to prove anything.`

const known = {
  minutes: { type: 'string' },
  short: { type: 'boolean', default: false },
  seed: { type: 'string' },
  drivers: { type: 'string' },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[], seed: number): SoakOptions | 'help' {
  const parsed = parseOptions(parameters, known)
  if (parsed === 'help') return 'help'
  const { values } = parsed
  if (values.short && values.minutes !== undefined)
    throw new OptionError('--short has its own length: leave out --minutes.')
  const minutes = readNumber('--minutes', values.minutes ?? '10', 0.1, 10_000)
  const drivers = Math.round(readNumber('--drivers', values.drivers ?? (values.short ? '30' : '60'), 6, 10_000))
  const chosen = {
    seed: values.seed === undefined ? seed % 1_000_000 : readNumber('--seed', values.seed, 0, 2 ** 32),
    drivers,
  }
  if (values.short) return { ...chosen, ...short }
  const rounds = Math.max(1, Math.round((minutes * 60_000) / round))
  return { ...chosen, chaos, rounds, processes: 3, liveClients: 4 }
}
