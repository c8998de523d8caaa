import { quoted } from './entries/expression.ts'
import type { FileText } from './text-of-file.ts'

/** How a template reads a file: `csv("results.csv", header="Name", encoding="windows-1252")`. */
export function callOf(
  reader: string,
  file: string,
  { encoding }: Pick<FileText, 'encoding'> = { encoding: undefined },
  options: readonly string[] = [],
): string {
  const named = encoding === undefined ? [] : [`encoding=${quoted(encoding)}`]
  return `${reader}(${[quoted(file), ...options, ...named].join(', ')})`
}

/** The same for a reader of AXWare or Pronto, which write windows-1252. */
export function westernCall(reader: string, file: string, { encoding }: FileText): string {
  return callOf(reader, file, { encoding: encoding === 'windows-1252' ? undefined : encoding })
}
