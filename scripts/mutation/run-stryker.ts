import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageBin } from '../setup/package-bin.mjs'
import { runProgram } from '../setup/run-program.mjs'
import { forgetSurvivors } from './forget-survivors.ts'
import { type Report, reportSchema } from './judge-report.ts'

export interface MutationRun {
  /** Part of the name of the file that remembers which mutants were killed. */
  readonly name: string
  readonly files: readonly string[]
  /** Patterns of the test files to run. */
  readonly tests: readonly string[]
}

/** Stryker's report on these files; undefined when it could not finish and has printed the reason. */
export async function runStryker(root: string, { name, files, tests }: MutationRun): Promise<Report | undefined> {
  const remembered = `.paddock/mutation/incremental-${name}.json`
  const path = join(root, remembered)
  if (existsSync(path)) await writeFile(path, forgetSurvivors(await readFile(path, 'utf8')))
  const parameters = ['run', '--mutate', files.join(','), '--incrementalFile', remembered]
  const program = [packageBin(root, '@stryker-mutator/core', 'stryker'), ...parameters]
  const env = { PADDOCK_TESTS: JSON.stringify(tests) }
  const { ok } = await runProgram(process.execPath, program, { cwd: root, env, show: true })
  if (!ok) return undefined
  return reportSchema.parse(JSON.parse(await readFile(join(root, '.paddock/mutation/report.json'), 'utf8')))
}
