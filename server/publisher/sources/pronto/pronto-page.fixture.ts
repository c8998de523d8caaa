/** What a made-up page of Pronto says of an entry; `runs` are cells as it prints them. */
export interface MadeUpEntry {
  readonly number: string
  readonly name: string
  readonly car: string
  readonly tire: string
  readonly runs: readonly string[]
  readonly total: string
  readonly gap: string
  /** Stands below the position. */
  readonly index?: string
}

export interface MadeUpClass {
  readonly code: string
  readonly entries: readonly MadeUpEntry[]
  /** The number of cars that the heading promises. */
  readonly promised?: number
}

/** The pages that Pronto has written over the years: in capitals without end tags, and as HTML 5. */
export type ProntoLayout = 'capitals' | 'html5'

/** A page with the standings of these classes; each row holds `perRow` runs, and the rows below the first the gap. */
export function prontoPage(
  classes: readonly MadeUpClass[],
  { layout = 'capitals', perRow = 3 }: { readonly layout?: ProntoLayout; readonly perRow?: number } = {},
): string {
  const tables = classes.map((one) => (layout === 'capitals' ? inCapitals(one, perRow) : asHtml5(one, perRow)))
  const head =
    `<!DOCTYPE html>\n<html xmlns='http://www.w3.org/1999/xhtml'>\n<head>\n<title>Pronto Timing System Live Timing</title>\n` +
    `<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1' />\n<meta http-equiv='refresh' content='30'>\n` +
    `</head>\n<body>\n<h3>Lake Region Solo</h3>\n`
  return `${head}${tables.join('')}${layout === 'capitals' ? '\n' : '</body>\n</html>\n'}`
}

/** The cells of each row of runs: three, runs, a blank one, and the total or the gap. */
function runRows({ runs, total, gap, index = '' }: MadeUpEntry, perRow: number): readonly (readonly string[])[] {
  const count = Math.max(2, Math.ceil(runs.length / perRow))
  return Array.from({ length: count }, (_, row) => {
    const cells = runs.slice(row * perRow, (row + 1) * perRow)
    const blanks = Array.from({ length: perRow - cells.length }, () => '')
    return [
      '',
      row === 0 ? index : '',
      '',
      ...cells,
      ...blanks,
      '',
      row === 0 ? total : row === 1 && gap !== '' ? `(${gap})` : '',
    ]
  })
}

function inCapitals({ code, entries, promised = entries.length }: MadeUpClass, perRow: number): string {
  const cell = (text: string) => `<TD>${text === '' ? '&nbsp;' : text}</TD>\n`
  const rows = entries.flatMap((entry, index) => [
    `<TR Class='w3-white'>\n<TD>${index === 0 ? 'T' : '&nbsp;'}</TD>\n<TD><b> ${index + 1}</b></TD>\n<TD><b>${entry.number}</b></TD>\n` +
      `<TD colspan=2><b>${entry.name}</b></TD>\n<TD colspan=2><b> ${entry.car} </b></TD>\n<TD>${entry.tire.padEnd(11)}</TD>\n</TR>\n`,
    ...runRows(entry, perRow).map((cells, row) => {
      const last = cells.at(-1) ?? ''
      const ends = row === 0 ? '</TR>\n' : ''
      const total = row === 0 ? `<TD><b>${last}</b></TD>\n` : cell(last)
      return `<TR Class='w3-white'>\n${cells.slice(0, -1).map(cell).join('')}${total}${ends}`
    }),
  ])
  return (
    `<Table>\n<TR><TD><b>UNOFFICIAL RESULTS</b></TD></TR>\n<TR><TD><b>Class standings for ${code} [${promised} Cars] (11:33:10 AM)</b>\n</Table>\n<br><br>\n` +
    `<Table id='tbl01'>\n<TR class='w3-gray'>\n<TD><b>T</b></font></TD>\n<TD><b>Pos</b></font></TD>\n<TD><b>Car #</b></TD>\n` +
    `<TD colspan=2><b>Name</b></TD>\n<TD colspan=2><b>Car</b></TD>\n<TD><b>Time</b></TD>\n</TR>\n${rows.join('')}</Table>\n`
  )
}

function asHtml5({ code, entries, promised = entries.length }: MadeUpClass, perRow: number): string {
  const cell = (text: string) => `<td>${text === '' ? '&nbsp;' : text}</td>`
  const rows = entries.flatMap((entry, index) => [
    `<tr class="table-subheader">${cell(index === 0 ? 'T' : '')}${cell(`${index + 1}`)}${cell(entry.number)}` +
      `<td colspan=2>${entry.name}</td><td colspan=2>${entry.car}</td>${cell(entry.tire)}</tr>\n`,
    ...runRows(entry, perRow).map((cells, row) => {
      const last = row === 0 ? `<td><b>${cells.at(-1)}</b></td>` : cell(cells.at(-1) ?? '')
      return `<tr>${cells.slice(0, -1).map(cell).join('')}${last}</tr>\n`
    }),
  ])
  return (
    `<div class="w3-panel">\n  Class Standings for ${code} [${promised} Car(s)] (04:31:53 PM)\n</div>\n<table><thead><tr><th>T</th>` +
    `<th>Pos</th><th>Car #</th><th colspan=2>Name</th><th colspan=2>Car</th><th>Time</th></tr></thead>\n<tbody>` +
    `${rows.join('')}</tbody></table>\n`
  )
}
