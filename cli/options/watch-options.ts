import { parseOptions } from './command-options.ts'
import { OptionError } from './option-error.ts'
import { defaultAddress, readAddress } from './server-address.ts'

export interface WatchOptions {
  /** The server's origin. */
  readonly address: string
  /** The code of the one class to show, as on the command line; undefined: all classes. */
  readonly className: string | undefined
  /** Print the table once and end. */
  readonly once: boolean
  /** How long to wait for the table. Milliseconds. */
  readonly timeout: number
}

export const usage = `Shows an event's results live in the terminal: npm run watch -- [address] [options]

  address            the server (default: ${defaultAddress})
  --class CODE       show this class only
  --once             print the table as soon as it is in step with the server, and end
  --timeout SECONDS  with --once: how long to wait for that (default: 10)

In a terminal: arrows, j k, PgUp PgDn, Home End scroll, q quits. NO_COLOR=1 leaves out colours.
Into a pipe or a file it writes the table, then a line for every change:

  npm run --silent watch -- timing.example.org | tee today.log

It ends with 0 when all went well, 1 when there was nothing to print, 2 when it was called wrongly.`

const known = {
  class: { type: 'string' },
  once: { type: 'boolean', default: false },
  timeout: { type: 'string' },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): WatchOptions | 'help' {
  const parsed = parseOptions(parameters, known, true)
  if (parsed === 'help') return 'help'
  const { values, positionals } = parsed
  const [address = defaultAddress, ...others] = positionals
  if (others.length > 0) throw new OptionError(`One address at a time: "${others.join(' ')}" is too much.`)
  const { class: className, once, timeout } = values
  if (className?.trim() === '') throw new OptionError('--class takes the code of a class, such as SS.')
  if (timeout !== undefined && !once) throw new OptionError('--timeout needs --once: without it, watching goes on.')
  return { address: readAddress(address), className: className?.trim(), once, timeout: readTimeout(timeout ?? '10') }
}

function readTimeout(text: string): number {
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(seconds > 0 && seconds <= 3600)) {
    throw new OptionError(`--timeout takes seconds, more than 0 and up to 3600; it is "${text}".`)
  }
  return Math.ceil(seconds * 1000)
}
