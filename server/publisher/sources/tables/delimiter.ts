const delimiters = [',', ';', '\t', '|']

/** The delimiter that a line has most of outside of quotes, and how many fields it makes. */
export function mostFrequent(line: string): { readonly delimiter: string; readonly count: number } {
  const bare = line.replace(/"[^"]*"?/g, '')
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best))
}
