/**
 * The fields of a line in which each quoted field begins and ends with its quotes, and has quotes inside only as `""`;
 * undefined for any other line, such as the first of a field with two lines. Fields are not trimmed.
 */
export function splitQuotedLine(line: string, delimiter: string): string[] | undefined {
  const fields: string[] = []
  for (let from = 0; ; ) {
    const isQuoted = line[from] === '"'
    const end = isQuoted ? closingQuote(line, from + 1) + 1 : nextDelimiter(line, from, delimiter)
    if (end === 0) return undefined
    const field = isQuoted ? line.slice(from + 1, end - 1).replaceAll('""', '"') : line.slice(from, end)
    if (!isQuoted && field.includes('"')) return undefined
    fields.push(field)
    if (end === line.length) return fields
    if (line[end] !== delimiter) return undefined
    from = end + 1
  }
}

/** The index of the quote that closes a field; -1 when there is none. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at
  }
  return -1
}

function nextDelimiter(line: string, from: number, delimiter: string): number {
  const next = line.indexOf(delimiter, from)
  return next < 0 ? line.length : next
}
