/** Mutates the core and checks that tests fail: npm run mutation [-- path ...] */
import { fileURLToPath } from 'node:url'
import { Interrupted } from '../setup/run-program.mjs'
import { acceptedSurvivors } from './accepted-survivors.ts'
import { coreFiles, coreGroups } from './core-files.mjs'
import { type FileVerdict, judgeFile } from './judge-report.ts'
import { runFaults } from './run-faults.ts'
import { runStryker } from './run-stryker.ts'
import { verdictLines } from './verdict-lines.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Returns the exit code: 0 when every core file is good and every fault was killed. */
async function run(only: readonly string[]): Promise<number> {
  const unknown = only.filter((path) => !(path in coreFiles))
  if (unknown.length > 0) {
    console.error(`No core file: ${unknown.join(', ')}. These are: ${Object.keys(coreFiles).join(', ')}`)
    return 2
  }
  const verdicts: FileVerdict[] = []
  for (const { name, tests, files: thresholds } of coreGroups) {
    const files = Object.keys(thresholds).filter((path) => only.length === 0 || only.includes(path))
    if (files.length === 0) continue
    const report = await runStryker(root, { name, files, tests })
    if (!report) return 1
    verdicts.push(...files.map((path) => judgeFile(report, path, coreFiles[path] ?? 100, acceptedSurvivors)))
  }
  console.log(`\n${verdictLines(verdicts).join('\n')}\n`)
  const missed = await runFaults(root, only, console.log)
  const bad = verdicts.filter(({ isGood }) => !isGood).length
  console.log(`${verdicts.length - bad} of ${verdicts.length} files are good; ${missed} faults were not killed.`)
  return bad + missed > 0 ? 1 : 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Interrupted)) throw error
  process.exitCode = 1
}
