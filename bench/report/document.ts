import type { Table } from './table.ts'

/** Puts each table into its place in a document: what follows `<!-- table: name -->`, until the first empty line. */
export function fillTables(document: string, tables: readonly Table[]): string {
  const known = new Map(tables.map((table) => [table.name, table]))
  const missing = new Set(known.keys())
  const filled = document.replace(/^<!-- table: ([a-z-]+) -->\n(?:.+\n)*/gm, (_place, name: string) => {
    const table = known.get(name)
    missing.delete(name)
    return `<!-- table: ${name} -->\n${table ? tableText(table) : 'Not measured in this run.\n'}`
  })
  if (missing.size > 0) throw new Error(`The document has no place for the tables ${[...missing].join(', ')}.`)
  return filled
}

function tableText({ header, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'))
  return [header, rule, ...rows].map(line).join('')
}
