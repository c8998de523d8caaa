import { parseOptions, readNumber } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'

export interface DemoOptions {
  /** Milliseconds between two runs. */
  readonly every: number
  readonly once: boolean
  /** The folder to write into; undefined: a temporary one with a server. */
  readonly folder: string | undefined
}

export const usage = `Plays the example event live: npm run demo -- [options]

  --every SECONDS  between two runs (default: 2)
  --once           end after the last run (default: start over after half a minute)
  --folder DIR     write into this folder and start no server

PORT is the port to listen on (default: 3000). Ctrl-C ends it.`

const known = {
  every: { type: 'string', default: '2' },
  once: { type: 'boolean', default: false },
  folder: { type: 'string' },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): DemoOptions | 'help' {
  const parsed = parseOptions(parameters, known)
  if (parsed === 'help') return 'help'
  const { values } = parsed
  const seconds = readNumber('--every', values.every, 0, 3600)
  if (values.folder === '') throw new OptionError('--folder takes the name of a folder.')
  return { every: Math.round(seconds * 1000), once: values.once, folder: values.folder }
}
