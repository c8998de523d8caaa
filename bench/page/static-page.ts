import { displayName } from '../../lib/record/driver.ts'
import type { Event } from '../../lib/record/event.ts'
import { formatTime, parseRun } from '../../lib/record/run.ts'
import type { ClassStanding } from '../../lib/standings/class-standing.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'

// Like the page that AXWare rewrites every minute, with its tables, attributes and line ends: two rows for each entry,
// the second with the car, the gap and the rest of the runs.

/** The page of an event. A browser loads all of it again after `refresh` seconds. */
export function staticPage({ classes, raw }: Standings, event: Event, refresh: number): string {
  const head = `<HTML>
<HEAD>
<TITLE>Live Results</TITLE>
<meta http-equiv="refresh" content="${refresh}">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
</HEAD>
<BODY>
${table}
<tr>
<th nowrap align=center>${escaped(event.title)}</th>
</tr>
<tr>
<th nowrap align=center>Live Results - Generated: Sun 06-14-2026 14:32:06 / Every 1 min</th>
</tr>
<tr>
<th nowrap align=center><i>*** Unofficial ***</i></th>
</tr>
<tr>
<th nowrap align=center>Total Registered: ${raw.length}, with Times: ${raw.filter(({ total }) => total !== undefined).length}</th>
</tr>
</tbody></table>

<a name="#top">
<table border=0 cellspacing=5 width=80% cellpadding='3' align='center'><tbody>
`
  const lines = [head, '<tr >\n']
  for (const { code } of classes) lines.push(`<td ><a href="#${escaped(code)}">${escaped(code)}</a>  </td>\n`)
  lines.push('</tr>\n</tbody></table>\n\n', `${table}\n`)
  for (const one of classes) lines.push(classHeader(one), ...one.entries.map((entry) => entryRows(entry, one)))
  return `${lines.join('')}</tbody></table>\n\n</BODY>\n</HTML>\n`
}

const table = `<table width='100%' cellpadding='3' style='border-collapse: collapse' border="1" align='center'><tbody>`

function classHeader({ code, name, entries, trophies }: ClassStanding): string {
  const title = `${escaped(code)} - '${escaped(name ?? code)}' Total Entries: ${entries.length} Trophies: ${trophies}`
  return `<tr>\n<th nowrap rowspan="1" colspan="8" align="left"><a name="${escaped(code)}"></a> ${title}</th>\n</tr>\n`
}

function entryRows(entry: Standing, { entries, code }: ClassStanding): string {
  const { driver, class_position: position, trophy, total } = entry
  const positionText = position ? `${position.place}${trophy ? 'T' : ' '}` : ''
  const runs = [...(driver.runs ?? [])].map((run) => runCell(`${run}`, total))
  const [one = '', two = '', three = '', four = '', five = '', six = ''] = runs
  const none = '<td valign="top" nowrap ></td>'
  return `<tr>
<td  align="center">${positionText}</td>
<td  align="right">${escaped(code)}</td>
<td  align="right">${escaped(driver.number ?? '')}</td>
<td nowrap align="left">${escaped(displayName(driver))}</td>
${[one, two, three].map((cell) => cell || none).join('\n')}
<td  ><font class='bestt'> ${total === undefined ? 'dns' : formatTime(total)}</font></td>
</tr>
<tr>
<td  align="center"></td>
<td  align="center"></td>
<td  align="center"></td>
<td nowrap align="left">${escaped(`${driver.car ?? ''}`)}</td>
${[four, five, six].map((cell) => cell || none).join('\n')}
<td nowrap >${gapOf(entry, entries)}</td>
</tr>
`
}

function runCell(text: string, total: number | undefined): string {
  const run = parseRun(text)
  if (run.kind === 'not_run') return ''
  const isBest = total !== undefined && text === formatTime(total)
  return `<td valign="top" nowrap >${isBest ? `<font class='bestt'> ${text}</font>` : ` ${escaped(text)}`}</td>`
}

/** The gap to the next entry; for the leader the lead over the second. */
function gapOf({ class_position, gap_to_next }: Standing, [first, second]: readonly Standing[]): string {
  if (class_position?.place !== 1) return gap_to_next === undefined ? '' : `+${formatTime(gap_to_next)}`
  if (first?.total === undefined || second?.total === undefined) return ''
  return `[-]${formatTime(second.total - first.total)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
