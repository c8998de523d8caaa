import { parseArgs } from 'node:util'

export interface DemoOptions {
  /** Milliseconds from car to car. */
  readonly every: number
  readonly once: boolean
  /** Where to write instead of a temporary folder; then no server is started. */
  readonly folder: string | undefined
}

/** Something on the command line that cannot be used; the message says what. */
export class OptionError extends Error {}

export const usage = `Plays the example event live: npm run demo -- [options]

  --every SECONDS  from car to car (default: 2)
  --once           end after the last run (default: start over after half a minute)
  --folder DIR     write into this folder and start no server

PORT is the port to listen on (default: 3000). Ctrl-C ends it.`

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): DemoOptions | 'help' {
  const values = parse(parameters)
  if (values.help) return 'help'
  const seconds = /^\d+(?:\.\d+)?$/.test(values.every) ? Number(values.every) : Number.NaN
  if (!(seconds <= 3600)) throw new OptionError(`--every takes seconds from 0 to 3600; it is "${values.every}".`)
  if (values.folder === '') throw new OptionError('--folder takes the name of a folder.')
  return { every: Math.round(seconds * 1000), once: values.once, folder: values.folder }
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        every: { type: 'string', default: '2' },
        once: { type: 'boolean', default: false },
        folder: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}
