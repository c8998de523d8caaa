import { parseOptions } from './command-options.ts'
import { OptionError } from './option-error.ts'

export interface RecordOptions {
  readonly source:
    | { readonly kind: 'feed'; readonly host: string; readonly port: number }
    | { readonly kind: 'folder'; readonly path: string }
  /** The new file. */
  readonly file: string
}

export const usage = `Records what a timing system sends, or what timing software saves: npm run record -- SOURCE FILE

  SOURCE   an address such as 192.168.1.10:50000 (RMonitor over TCP), or a folder
  FILE     the recording; it must not exist yet

Ctrl-C ends it. Lines and files are kept with their times; "npm run replay" plays them again.`

const address = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i

/** The options of the command line, or 'help'. `isFolder` looks at the disk. Throws OptionError. */
export function readRecordOptions(
  parameters: readonly string[],
  isFolder: (path: string) => boolean,
): RecordOptions | 'help' {
  const parsed = parseOptions(parameters, {}, true)
  if (parsed === 'help') return 'help'
  const [source, file, ...others] = parsed.positionals
  if (source === undefined || file === undefined || others.length > 0) {
    throw new OptionError('Name a source and a file.')
  }
  if (isFolder(source)) return { source: { kind: 'folder', path: source }, file }
  const [, bracketed, plain, port] = address.exec(source) ?? []
  const host = bracketed ?? plain
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535) {
    return { source: { kind: 'feed', host, port: Number(port) }, file }
  }
  throw new OptionError(`"${source}" is neither a folder nor an address such as 192.168.1.10:50000.`)
}
