import { parseOptions } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'

export interface ScreenshotOptions {
  /** Words of which a picture's name has at least one; empty: every picture. */
  readonly only: readonly string[]
  /** The folder for the pictures. */
  readonly out: string
  /** Takes the README's pictures instead, into docs/images. */
  readonly readme: boolean
}

export const usage = `Pictures of every view of the spectators' page: npm run screenshots -- [options]

  --only WORD  only pictures with this in their name, such as class, 390 or table-1440-dark; may be given more than once
  --out DIR    the folder for them (default: screenshots)
  --readme     only those that the README shows, into docs/images

index.html in the folder shows all of them. It ends with code 1 when a page complained, or when something is missing.`

const known = {
  only: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string' },
  readme: { type: 'boolean', default: false },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): ScreenshotOptions | 'help' {
  const parsed = parseOptions(parameters, known)
  if (parsed === 'help') return 'help'
  const { only, out, readme } = parsed.values
  if (only.includes('')) throw new OptionError('--only takes a word of a picture’s name.')
  if (out === '') throw new OptionError('--out takes the name of a folder.')
  if (readme && out !== undefined) throw new OptionError('--readme has a folder of its own: leave out --out.')
  return { only, out: out ?? (readme ? 'docs/images' : 'screenshots'), readme }
}
