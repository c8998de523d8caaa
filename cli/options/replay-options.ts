import { parseOptions, readNumber, readWholeNumber } from './command-options.ts'
import { OptionError } from './option-error.ts'

export interface ReplayOptions {
  readonly file: string
  /** How many times faster than it was. */
  readonly speed: number
  /** For the lines of a feed. */
  readonly port: number
  /** For the files of a folder. */
  readonly folder: string | undefined
  /** Starts over at the end. */
  readonly loop: boolean
}

export const usage = `Plays a recording again: npm run replay -- FILE [options]

  --speed N     times faster than it was, 1 to 100 (default: 1)
  --port PORT   of this machine, on which a recorded feed is served (default: 50000)
  --folder DIR  into which recorded files are saved; needed for those
  --loop        start over ten seconds after the end (default: serve what was played until Ctrl-C)`

const known = {
  speed: { type: 'string', default: '1' },
  port: { type: 'string', default: '50000' },
  folder: { type: 'string' },
  loop: { type: 'boolean', default: false },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readReplayOptions(parameters: readonly string[]): ReplayOptions | 'help' {
  const parsed = parseOptions(parameters, known, true)
  if (parsed === 'help') return 'help'
  const { values, positionals } = parsed
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new OptionError('Name one recording.')
  if (values.folder === '') throw new OptionError('--folder takes the name of a folder.')
  return {
    file,
    speed: readNumber('--speed', values.speed, 1, 100),
    port: readWholeNumber('--port', values.port, 0, 65_535),
    folder: values.folder,
    loop: values.loop,
  }
}
