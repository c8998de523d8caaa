import type { Guard } from './guard.ts'
import type { TestName } from './test-report.ts'
import type { Trial } from './try-guard.ts'

export const documentFile = 'docs/MUTATIONS.md'

/** One line of the table. */
export interface Row {
  readonly id: string
  readonly what: string
  readonly rules: readonly string[]
  readonly file: string
  /** The test that failed without the guard; undefined when the tests did not end. */
  readonly caughtBy: TestName | undefined
}

const didNotEnd = 'the tests do not end'
const between = ' › '

/** The row of a guard that was caught; undefined for any other. */
export function rowOf({ guard, verdict }: Trial): Row | undefined {
  if (verdict.kind !== 'caught' && verdict.kind !== 'did_not_end') return undefined
  const { id, what, rules, file } = guard
  return { id, what, rules, file, caughtBy: verdict.kind === 'caught' ? verdict.by : undefined }
}

/** The rows of the guards, in their order: as they were just found, or as the document had them. */
export function mergedRows(guards: readonly Guard[], before: readonly Row[], found: readonly Row[]): readonly Row[] {
  const rows = new Map([...before, ...found].map((row) => [row.id, row]))
  return guards.flatMap(({ id, what, rules, file }) => {
    const row = rows.get(id)
    return row ? { id, what, rules, file, caughtBy: row.caughtBy } : []
  })
}

export function mutationsDocument(rows: readonly Row[], guards: number): string {
  const files = new Set(rows.map(({ file }) => file)).size
  return `# Mutations

What keeps a list right stands in the code as conditions, orders and limits: its guards. \`npm run mutation\` takes one
away at a time, in a copy of the sources, and runs the tests that should notice. A guard is caught when a test fails,
and fails again at a second try; code that cannot be loaded proves nothing. Of ${guards} guards, the
${rows.length} below, in ${files} files, were tried as they are now, and all were caught, each by the test beside it. The
command writes this page, and \`docs/mutations.test.ts\` fails when the code, the list of guards in
\`scripts/mutation/guards.ts\` and the table contradict each other.

| guard | rule | file | caught by |
|---|---|---|---|
${rows.map(lineOf).join('\n')}
`
}

function lineOf({ id, what, rules, file, caughtBy }: Row): string {
  const by = caughtBy ? `\`${caughtBy.file}\`: ${caughtBy.titles.join(between)}` : didNotEnd
  const cells = [`\`${id}\`: ${what}`, rules.join(', '), `\`${file}\``, by]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** The rows of a document that mutationsDocument wrote. */
export function rowsIn(document: string): readonly Row[] {
  return document.split('\n').flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
    const [, guard = '', rules = '', file = '', by = ''] = cells
    const [, id, what] = /^`([a-z0-9-]+)`: (.+)$/.exec(guard) ?? []
    if (id === undefined || what === undefined) return []
    const [, testFile, titles] = /^`([^`]+)`: (.+)$/.exec(by) ?? []
    return {
      id,
      what,
      rules: rules === '' ? [] : rules.split(', '),
      file: file.replaceAll('`', ''),
      caughtBy: testFile && titles ? { file: testFile, titles: titles.split(between) } : undefined,
    }
  })
}
