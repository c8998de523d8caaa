/**
 * Writes the figures of a run into docs/PERFORMANCE.md: npm run bench:report [files of --json]
 *
 * Sections that were measured by later runs are taken from those. Without a file, the committed figures are written
 * again.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { allTables } from './report/all-tables.ts'
import { allCharts } from './report/charts.ts'
import { fillTables } from './report/document.ts'
import { mergeRuns } from './report/merge-runs.ts'
import { chartPath, documentPath, resultsPath } from './report/report-files.ts'
import { resultsSchema, resultsText } from './report/results.ts'

const files = process.argv.length > 2 ? process.argv.slice(2) : [resultsPath]
const results = mergeRuns(files.map((file) => resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))))
mkdirSync(dirname(resultsPath), { recursive: true })
writeFileSync(resultsPath, resultsText(results))
for (const [name, svg] of allCharts(results)) writeFileSync(chartPath(name), svg)
writeFileSync(documentPath, fillTables(readFileSync(documentPath, 'utf8'), allTables(results)))
console.log(`${documentPath} has the figures of ${files.join(', ')}.`)
