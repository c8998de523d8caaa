import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Guard, withoutGuard } from './guard.ts'
import { runTests } from './run-tests.ts'
import type { TestName, TestRun } from './test-report.ts'

/** How often tests are run of which one failed that did not fail again. */
const attempts = 3

/**
 * What became of a guard that was taken away. unsure: a test failed, and passed at the second try. broken: the code without the
 * guard cannot be run, or fails outside a test, which proves nothing.
 */
type Verdict =
  | { readonly kind: 'caught'; readonly by: TestName }
  | { readonly kind: 'did_not_end' }
  | { readonly kind: 'survived' }
  | { readonly kind: 'unsure'; readonly by: TestName }
  | { readonly kind: 'broken'; readonly reason: string }

export interface Trial {
  readonly guard: Guard
  readonly verdict: Verdict
  readonly seconds: number
}

/** Where guards are tried, and for how long. */
export interface Place {
  readonly folder: string
  /** For one run of tests, in milliseconds. */
  readonly timeLimit: number
  readonly signal: AbortSignal
}

/** Takes a guard out of a copy of the tree, runs its tests, and puts it back. */
export async function tryGuard(guard: Guard, place: Place): Promise<Trial> {
  const began = performance.now()
  const file = join(place.folder, guard.file)
  const whole = await readFile(file, 'utf8')
  await writeFile(file, withoutGuard(whole, guard) ?? whole)
  try {
    const verdict = await verdictOf(guard, place)
    return { guard, verdict, seconds: (performance.now() - began) / 1000 }
  } finally {
    await writeFile(file, whole)
  }
}

async function verdictOf(guard: Guard, { folder, timeLimit, signal }: Place): Promise<Verdict> {
  let unsure: TestName | undefined
  for (const path of guard.tests) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const run = await runTests(folder, { files: [path], timeLimit }, signal)
      if (run.kind === 'passed') break
      if (run.kind !== 'failed') return run
      if (await failsAgain(run.test, { folder, timeLimit, signal })) return { kind: 'caught', by: run.test }
      unsure = run.test
    }
  }
  return unsure ? { kind: 'unsure', by: unsure } : { kind: 'survived' }
}

/** A test that fails by chance, on a busy machine say, guards nothing. */
async function failsAgain(test: TestName, { folder, timeLimit, signal }: Place): Promise<boolean> {
  const run = await runTests(folder, { files: [test.file], only: test, timeLimit }, signal)
  return run.kind === 'failed'
}

/**
 * Looks for the text of all guards, and runs all their tests on the code as it is. Returns why nothing can be proved with them,
 * or undefined.
 */
export async function whyUseless(
  guards: readonly Guard[],
  { folder, timeLimit, signal }: Place,
): Promise<string | undefined> {
  for (const guard of guards) {
    const whole = await readFile(join(folder, guard.file), 'utf8')
    if (withoutGuard(whole, guard) === undefined) return `${guard.file} does not have ${guard.id} exactly once`
  }
  const files = [...new Set(guards.flatMap(({ tests }) => tests))]
  const run = await untilSure(files, { folder, timeLimit: 4 * timeLimit, signal })
  if (run.kind === 'failed') return `${run.test.file} fails as it is: ${run.test.titles.join(' > ')}`
  if (run.kind === 'did_not_end') return 'the tests do not end as they are'
  if (run.kind === 'broken') return `the tests cannot be run as they are: ${run.reason}`
  return run.tests > 0 ? undefined : 'no test ran'
}

async function untilSure(files: readonly string[], place: Place): Promise<TestRun> {
  const { folder, timeLimit, signal } = place
  for (let attempt = 1; ; attempt += 1) {
    const run = await runTests(folder, { files, timeLimit }, signal)
    if (run.kind !== 'failed' || attempt === attempts || (await failsAgain(run.test, place))) return run
  }
}
