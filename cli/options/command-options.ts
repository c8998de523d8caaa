import { type ParseArgsConfig, parseArgs } from 'node:util'
import { OptionError } from './option-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

const help = { help: { type: 'boolean', short: 'h', default: false } } as const

/** The result of node:util's parseArgs with these options and --help. */
type Parsed<Given extends Options, Positionals extends boolean> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: Positionals; options: Given & typeof help }>
>

/** The option values and positionals of a command line, or 'help' when it has --help. Throws OptionError. */
export function parseOptions<const Given extends Options, const Positionals extends boolean = false>(
  parameters: readonly string[],
  options: Given,
  positionals?: Positionals,
): Parsed<Given, Positionals> | 'help' {
  const config = {
    args: [...parameters],
    allowPositionals: (positionals ?? false) as Positionals,
    options: { ...options, ...help },
  }
  try {
    const parsed = parseArgs(config)
    return (parsed.values as { readonly help?: boolean }).help ? 'help' : parsed
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}

/** A number without sign or exponent, such as `2.5`, from `least` to `most`. Throws OptionError. */
export function readNumber(option: string, text: string, least: number, most: number): number {
  return inRange(/^\d+(?:\.\d+)?$/, `${option} takes a number`, text, least, most)
}

/** A whole number from `least` to `most`, which may be negative. Throws OptionError. */
export function readWholeNumber(option: string, text: string, least: number, most: number): number {
  return inRange(/^-?\d+$/, `${option} takes a whole number`, text, least, most)
}

function inRange(pattern: RegExp, takes: string, text: string, least: number, most: number): number {
  const value = pattern.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new OptionError(`${takes} from ${least} to ${most}; it is "${text}".`)
}
