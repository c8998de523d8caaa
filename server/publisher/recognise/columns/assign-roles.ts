import type { TableColumn } from '../../sources/table-column.ts'
import type { AssignedRole, AssignedRoles, Row } from './assigned-role.ts'
import { filledCells, isNumberCell, isResultCell, isTimeCell, isWordCell, mostAre } from './cell-kinds.ts'
import { guessRoles } from './guess-roles.ts'
import { type ColumnRole, headingRole, plainHeading } from './heading-words.ts'
import { isPersonal } from './left-out-columns.ts'

/**
 * The columns that say name, class, number, car, totals: by heading where the cells agree, else by the cells. `used`
 * are keys of columns that are runs. Personal columns have no role.
 */
export function assignRoles(
  columns: readonly TableColumn[],
  rows: readonly Row[],
  used: ReadonlySet<string>,
): AssignedRoles {
  const free = columns.filter(({ key }) => !used.has(key) && !key.startsWith('__'))
  const found = new Map<ColumnRole, { readonly column: TableColumn; readonly rank: number }[]>()
  const add = (role: ColumnRole, column: TableColumn, rank: number) => {
    found.set(
      role,
      [...(found.get(role) ?? []), { column, rank }].sort((a, b) => a.rank - b.rank),
    )
  }
  for (const column of free) {
    const known = headingRole(column.heading)
    if (!known) continue
    const cells = filledCells(column.key, rows)
    if (isPersonal(column.heading, cells)) continue
    const role = roleByCells(known.role, cells)
    if (role) add(role, column, known.rank)
  }
  asLastName(found)
  const assigned = new Map<ColumnRole, AssignedRole>(
    [...found].map(([role, list]) => [role, { columns: list.map(({ column }) => column), isGuess: false }]),
  )
  const taken = new Set([...assigned.values()].flatMap((one) => one.columns.map(({ key }) => key)))
  const rest = free.filter(({ key, heading }) => !taken.has(key) && !isPersonal(heading, filledCells(key, rows)))
  for (const [role, column] of guessRoles(rest, rows, assigned)) {
    assigned.set(role, { columns: [column], isGuess: true })
  }
  return assigned
}

/** The role of a heading that the cells do not contradict; an empty column has what its heading says. */
function roleByCells(role: ColumnRole, cells: readonly string[]): ColumnRole | undefined {
  if (cells.length === 0) return role
  const hasLetters = mostAre(cells, (cell) => /\p{L}/u.test(cell), 0.5)
  if (role === 'car' && mostAre(cells, isNumberCell)) return 'number'
  if (role === 'number') return mostAre(cells, (cell) => cell.length <= 12 && !isTimeCell(cell)) ? role : undefined
  if (role === 'name' || role === 'first_name' || role === 'last_name') return hasLetters ? role : undefined
  if (role === 'class')
    return mostAre(cells, (cell) => cell.length <= 60 && !/\d[.,:]\d{2}/.test(cell)) ? role : undefined
  if (role === 'year') return mostAre(cells, (cell) => /^(?:19|20)?\d\d$/.test(cell), 0.5) ? role : undefined
  if (role === 'total' || role === 'indexed') {
    return cells.some(isAnyTime) && mostAre(cells, isResultCell) ? role : undefined
  }
  if (role === 'status') return mostAre(cells, isWordCell, 1) ? role : undefined
  return role
}

const isAnyTime = (cell: string) => isResultCell(cell) && !isWordCell(cell)

/** In French and beside a first name, `Nom` and `Name` are the last name; else the whole one. */
function asLastName(found: Map<ColumnRole, { readonly column: TableColumn; readonly rank: number }[]>): void {
  const names = found.get('name') ?? []
  const short = names.filter(({ column }) => ['name', 'nom', 'nome'].includes(plainHeading(column.heading)))
  const [first] = short
  if (!found.has('first_name') || found.has('last_name') || !first) return
  found.set('last_name', [first])
  const rest = names.filter((one) => one !== first)
  if (rest.length === 0) found.delete('name')
  else found.set('name', rest)
}
