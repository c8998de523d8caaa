/** Checks that no browser is ever wrong, with real processes, files and networks: npm run soak -- --help */
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions, usage } from './options.ts'
import { resultTable } from './result-table.ts'
import { runSoak } from './run-soak.ts'
import { objections } from './verdict.ts'

try {
  const options = readOptions(process.argv.slice(2), Date.now())
  if (options === 'help') console.log(usage)
  else {
    console.log(`seed ${options.seed}; the same seed makes the same troubles, though not in the same milliseconds`)
    const result = await runSoak(options, console.log)
    console.log(`\n${resultTable(result)}`)
    const lines = objections(result)
    for (const line of lines) console.log(`wrong: ${line}`)
    process.exitCode = lines.length > 0 ? 1 : 0
  }
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
