import { churnTable, pageTable, processTable, saveTable, slowTable } from './other-tables.ts'
import type { Results } from './results.ts'
import { runTable } from './run-table.ts'
import { serverTables } from './server-tables.ts'
import { summarize } from './summary.ts'
import type { Table } from './table.ts'
import { targetTable } from './targets.ts'

/** Every table for which the run has figures. */
export function allTables(results: Results): readonly Table[] {
  return [
    runTable(results),
    ...serverTables(summarize(results)),
    ...processTable(results),
    ...slowTable(results),
    ...churnTable(results),
    ...pageTable(results),
    ...saveTable(results),
    targetTable(results),
  ]
}
