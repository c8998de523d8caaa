import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import * as z from 'zod/mini'
import { packageBin } from '../setup/package-bin.mjs'
import { runProgram } from '../setup/run-program.mjs'

export type FaultResult =
  | { readonly kind: 'killed'; readonly test: string }
  | { readonly kind: 'survived' }
  /** No test passed or failed; `reason` is for people. */
  | { readonly kind: 'undecided'; readonly reason: string }

const resultsSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
})

/** Runs the tests beside and below the file that load it, with the fault planted, until the first one fails. */
export async function tryFault(root: string, name: string, file: string): Promise<FaultResult> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-fault-'))
  const outputFile = join(folder, 'results.json')
  const config = 'scripts/mutation/vitest.config.ts'
  try {
    const parameters = ['related', file, '--run', '--config', config, '--bail=1', '--reporter=json']
    const program = [packageBin(root, 'vitest'), ...parameters, `--outputFile=${outputFile}`]
    const tests = JSON.stringify([`${posix.dirname(file)}/**/*.test.ts`])
    const env = { NODE_ENV: 'test', PADDOCK_FAULT: name, PADDOCK_TESTS: tests }
    const { output } = await runProgram(process.execPath, program, { cwd: root, env })
    const json = await readFile(outputFile, 'utf8').catch(() => undefined)
    return json === undefined ? { kind: 'undecided', reason: output.slice(-2000) } : resultOf(JSON.parse(json))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The result in Vitest's JSON report. A test file that cannot be loaded decides nothing. */
export function resultOf(json: unknown): FaultResult {
  const { numPassedTests, testResults } = resultsSchema.parse(json)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.find(({ status }) => status === 'failed')
  if (failed) return { kind: 'killed', test: failed.fullName }
  return numPassedTests > 0 ? { kind: 'survived' } : { kind: 'undecided', reason: 'no test ran' }
}
