/** A Markdown table with aligned columns, for a terminal too. Every row has as many cells as the header. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => aligned(cells[column] ?? '', width, column)).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** The first column is text, the others are figures. */
function aligned(text: string, width: number, column: number): string {
  const cell = text.replaceAll('|', '\\|')
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}
