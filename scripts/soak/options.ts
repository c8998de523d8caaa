import { parseArgs } from 'node:util'
import type { SoakOptions } from './run-soak.ts'

/** Something on the command line that cannot be used; the message says what. */
export class OptionError extends Error {}

/** Trouble is made for so long before everything must be right again. Milliseconds. */
const chaos = 45_000
/** Roughly what a round takes, with healing and a restart. */
const round = 75_000

export const usage = `Makes trouble for a real server and its clients, and looks at everything they say: npm run soak -- [options]

  --minutes N  about how long it takes (default: 10)
  --seed N     which troubles are made, in which order (default: by the clock)
  --drivers N  how long the list is (default: 60)

It ends with code 1 when anything was wrong.`

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[], seed: number): SoakOptions | 'help' {
  const values = parse(parameters)
  if (values.help) return 'help'
  const minutes = number('--minutes', values.minutes, 0.1, 10_000)
  const drivers = number('--drivers', values.drivers, 6, 10_000)
  return {
    seed: values.seed === undefined ? seed % 1_000_000 : number('--seed', values.seed, 0, 2 ** 32),
    chaos,
    rounds: Math.max(1, Math.round((minutes * 60_000) / round)),
    drivers: Math.round(drivers),
    processes: 3,
    liveClients: 4,
  }
}

function number(option: string, text: string, least: number, most: number): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OptionError(`${option} takes a number from ${least} to ${most}; it is "${text}".`)
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        minutes: { type: 'string', default: '10' },
        seed: { type: 'string' },
        drivers: { type: 'string', default: '60' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}
