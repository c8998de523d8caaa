/**
 * The fields of a line such as `$A,"7","7",1001,"Ann","Lee, Jr.","",1`. Commas and quotes may stand inside of quotes: a
 * field in quotes ends at a quote with a comma or nothing behind it. Undefined when that quote is missing.
 */
export function splitFields(line: string): readonly string[] | undefined {
  const fields: string[] = []
  for (let start = 0; start <= line.length; ) {
    const isQuoted = line[start] === '"'
    const end = isQuoted ? closingQuote(line, start + 1) : comma(line, start)
    if (end === undefined) return undefined
    const text = line.slice(isQuoted ? start + 1 : start, end)
    fields.push((isQuoted ? text.replaceAll('""', '"') : text).trim())
    start = end + (isQuoted ? 2 : 1)
  }
  return fields
}

function comma(line: string, start: number): number {
  const found = line.indexOf(',', start)
  return found < 0 ? line.length : found
}

function closingQuote(line: string, start: number): number | undefined {
  for (let at = line.indexOf('"', start); at >= 0; at = line.indexOf('"', at + 1)) {
    if (at === line.length - 1 || line[at + 1] === ',') return at
  }
  return undefined
}
