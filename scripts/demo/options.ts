import { parseOptions, readNumber } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'

export interface DemoOptions {
  /** Milliseconds between two runs. */
  readonly every: number
  readonly once: boolean
  /** The folder to write into; undefined: a temporary one with a server. */
  readonly folder: string | undefined
  /** The recording to play instead of the example event, so many times faster. */
  readonly replay: string | undefined
  readonly speed: number
}

export const usage = `Plays the example event live: npm run demo -- [options]

  --every SECONDS  between two runs (default: 2)
  --once           end after the last run (default: start over after half a minute)
  --folder DIR     write into this folder and start no server
  --replay FILE    play this recording instead; see "npm run record -- --help"
  --speed N        how many times faster than it was recorded, 1 to 100 (default: 1)

PORT is the port to listen on (default: 3000). Ctrl-C ends it.`

const known = {
  every: { type: 'string', default: '2' },
  once: { type: 'boolean', default: false },
  folder: { type: 'string' },
  replay: { type: 'string' },
  speed: { type: 'string' },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): DemoOptions | 'help' {
  const parsed = parseOptions(parameters, known)
  if (parsed === 'help') return 'help'
  const { values } = parsed
  const seconds = readNumber('--every', values.every, 0, 3600)
  if (values.folder === '') throw new OptionError('--folder takes the name of a folder.')
  const { once, folder, replay, speed } = values
  if (replay === '') throw new OptionError('--replay takes the name of a recording.')
  if (replay !== undefined && (folder !== undefined || once)) {
    throw new OptionError('--replay plays to a server, again and again: leave out --folder and --once.')
  }
  if (speed !== undefined && replay === undefined) throw new OptionError('--speed needs --replay.')
  const times = readNumber('--speed', speed ?? '1', 1, 100)
  return { every: Math.round(seconds * 1000), once, folder, replay, speed: times }
}
