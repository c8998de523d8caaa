import { parseOptions } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'

export interface TemplateOptions {
  /** Paths as on the command line: one file, or the several of one event. */
  readonly files: readonly string[]
  /** The folder to write into; undefined: that of the first file. */
  readonly out: string | undefined
  /** Print both files instead of writing them. */
  readonly print: boolean
}

export const usage = `Makes a template and an event.yaml for a timing file: npm run template -- FILE... [options]

  FILE       what your timing software saves; several, if one event has several, such as a page for each class
  --out DIR  write into this folder (default: the folder of the first file)
  --print    print both files and write nothing

It says what the file is, shows the list that it makes, what it does not use and what you should check.
It never overwrites a file, and ends with 0 when all went well, 1 when there is no list, 2 when it was called wrongly.`

const known = {
  out: { type: 'string' },
  print: { type: 'boolean', default: false },
} as const

/** The options of the command line, or 'help'. Throws OptionError. */
export function readOptions(parameters: readonly string[]): TemplateOptions | 'help' {
  const parsed = parseOptions(parameters, known, true)
  if (parsed === 'help') return 'help'
  const { values, positionals } = parsed
  if (positionals.length === 0) throw new OptionError('Name the file that your timing software saves.')
  if (values.out === '') throw new OptionError('--out takes the name of a folder.')
  if (values.print && values.out !== undefined) throw new OptionError('--print writes nothing, so it takes no --out.')
  return { files: positionals, out: values.out, print: values.print }
}
