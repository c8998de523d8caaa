import { type DelimitedRows, readDelimited } from './delimited.ts'

/**
 * Reads CSV as readDelimited does. Unless given, the delimiter is the most frequent of , ; tab | in the header line.
 */
export function readCsv(text: string, file: string, options: { readonly delimiter?: string } = {}): DelimitedRows {
  return readDelimited(text, file, { delimiter: options.delimiter || detectDelimiter(text) })
}

const delimiters = [',', ';', '\t', '|']

function detectDelimiter(text: string): string {
  const header = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const bare = header.replace(/"[^"]*"?/g, '')
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
