import { relative } from 'node:path'
import * as z from 'zod/mini'

/** One test, by its file from the root and its titles from the outside in. */
export interface TestName {
  readonly file: string
  readonly titles: readonly string[]
}

/** What vitest says of a run in its JSON report, as far as it is needed here. */
const reportSchema = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), title: z.string(), ancestorTitles: z.array(z.string()) }),
      ),
    }),
  ),
})

/** How tests ended. broken: no test failed, and yet not all is well: a file that cannot be loaded, an error outside a test. */
export type TestRun =
  | { readonly kind: 'passed'; readonly tests: number }
  | { readonly kind: 'failed'; readonly test: TestName }
  | { readonly kind: 'did_not_end' }
  | { readonly kind: 'broken'; readonly reason: string }

/** Only a test that failed is a failure. `output` is what vitest wrote, for what its report leaves out. */
export function readReport(json: string | undefined, root: string, output: string): TestRun {
  const report = json === undefined ? undefined : reportSchema.parse(JSON.parse(json))
  const results = report?.testResults ?? []
  for (const { name, assertionResults } of results) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    if (!failed) continue
    const file = relative(root, name).replaceAll('\\', '/')
    return { kind: 'failed', test: { file, titles: [...failed.ancestorTitles, failed.title] } }
  }
  const unloaded = results.find(({ status }) => status === 'failed')
  if (unloaded) return { kind: 'broken', reason: firstLine(unloaded.message) ?? `${unloaded.name} cannot be run` }
  if (!report?.success) return { kind: 'broken', reason: errorIn(output) ?? 'vitest failed without a failing test' }
  const tests = results.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed')
  return { kind: 'passed', tests: tests.length }
}

function errorIn(output: string): string | undefined {
  return output
    .split('\n')
    .find((line) => /error|no test/i.test(line))
    ?.trim()
}

function firstLine(text: string): string | undefined {
  return text.split('\n').find((line) => line.trim() !== '')
}
