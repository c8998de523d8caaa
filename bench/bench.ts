/** Measures the whole server beside others, with real processes, files and sockets: npm run bench -- --help */
import { writeFileSync } from 'node:fs'
import { OptionError } from '../cli/options/option-error.ts'
import { openFileLimit } from '../server/http/connection-settings.ts'
import { allTables } from './report/all-tables.ts'
import { markdownTable } from './report/markdown-table.ts'
import { resultsText } from './report/results.ts'
import { createEndings, endOnSignals } from './run/endings.ts'
import { type BenchOptions, readOptions, usage } from './run/options.ts'
import { runBench } from './run/run-bench.ts'
import { measuringProblem } from './subject/process-tree.ts'

try {
  const options = readOptions(process.argv.slice(2), openFileLimit())
  const problem = measuringProblem()
  if (options === 'help') console.log(usage)
  else if (problem !== undefined) {
    console.error(`Nothing can be measured here. ${problem}`)
    process.exitCode = 1
  } else await measure(options)
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}

async function measure(options: BenchOptions): Promise<void> {
  const began = performance.now()
  const say = (text: string) =>
    console.log(`${`${Math.round((performance.now() - began) / 1000)}`.padStart(4)} s  ${text}`)
  const endings = createEndings()
  endOnSignals(endings)
  try {
    const results = await runBench(options, endings, say)
    if (options.json !== undefined) writeFileSync(options.json, resultsText(results))
    for (const { title, header, rows } of allTables(results)) {
      console.log(`\n${title}\n\n${markdownTable(header, rows)}`)
    }
  } catch (error) {
    console.error(`\nThe bench failed: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  } finally {
    await endings.all()
  }
}
