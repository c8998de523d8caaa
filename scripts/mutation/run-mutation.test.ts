import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rowsIn } from './document.ts'
import { type Guard, guardsOf } from './guard.ts'
import { runMutation } from './run-mutation.ts'

// A small project with a gate that lets people in, and real runs of its tests.

const gate = `export function gate(age: number): string {
  if (age < 18) return 'too young'
  if (age > 150) return 'nonsense'
  for (let years = age; years > 0; years -= 1) if (years === 99) return 'for nothing'
  return 'in'
}
`

const gateTest = `import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gate } from './gate.ts'

describe('the gate', () => {
  test('is closed to the young (17, or less)', () => expect(gate(17)).toBe('too young'))
  test('is open to others', () => expect(gate(18)).toBe('in'))
})

test('by chance', () => {
  if (gate(99) === 'for nothing' || existsSync('once')) return
  writeFileSync('once', '')
  throw new Error('only once')
})
`

const guards = guardsOf(
  'lib/gate.ts',
  ['lib/gate.test.ts'],
  [
    { id: 'old', what: 'nobody is that old', find: "if (age > 150) return 'nonsense'", replace: '' },
    { id: 'typo', what: 'it can be read', find: "return 'in'", replace: "return 'in" },
    { id: 'nothing', what: 'the very old pay nothing', find: "'for nothing'", replace: "'in'" },
    { id: 'endless', what: 'years go by', find: 'years -= 1', replace: 'years -= 0' },
    { id: 'young', rules: ['P1'], what: 'the young stay outside', find: 'age < 18', replace: 'age < 0' },
  ],
)

const patience = 300_000
let root: string
/** Where copies are made, so that nobody else's are among them. */
let copies: string
let said: string[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paddock-mutation-test-'))
  copies = mkdtempSync(join(tmpdir(), 'paddock-mutation-test-'))
  for (const variable of ['TMPDIR', 'TEMP']) vi.stubEnv(variable, copies)
  said = []
  const files = {
    'lib/gate.ts': gate,
    'lib/gate.test.ts': gateTest,
    'vitest.config.ts': 'export default {}',
    'docs/other.md': '',
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
  symlinkSync(packages, join(root, 'node_modules'), 'junction')
})

afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of [root, copies]) rmSync(folder, { recursive: true, force: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const run = (
  list: readonly Guard[],
  parameters: string[] = [],
  timeLimit = patience,
  signal = new AbortController().signal,
) => runMutation(parameters, { guards: list, root, timeLimit, say: (line) => said.push(line), signal })
const saidOf = (id: string) => said.find((line) => line.includes(`  ${id}: `)) ?? ''
const document = () => readFileSync(join(root, 'docs/MUTATIONS.md'), 'utf8')

describe('guards that are taken away', { timeout: patience }, () => {
  test('are caught by a test that fails twice, and by nothing else', async () => {
    const but = guards.filter(({ id }) => id !== 'endless')
    expect(await run(but, ['--jobs', '2'])).toBe(1)
    expect(saidOf('old')).toContain('SURVIVED')
    expect(saidOf('typo')).toContain('BROKEN MUTATION')
    expect(saidOf('nothing')).toMatch(/UNSURE, "by chance" .* passed at the second try/)
    expect(saidOf('young')).toMatch(
      /caught by "the gate > is closed to the young \(17, or less\)" \(lib\/gate\.test\.ts\)/,
    )
    expect(said.join('\n')).toContain('1 of 4 guards caught')
    expect(readdirSync(join(root, 'docs'))).toEqual(['other.md'])
    expect(readFileSync(join(root, 'lib/gate.ts'), 'utf8')).toBe(gate)
  })

  test('are written down when all are caught, also where the tests do not end', async () => {
    const good = guards.filter(({ id }) => id === 'young' || id === 'endless')
    expect(await run(good, [], 20_000)).toBe(0)
    const row = { rules: [], file: 'lib/gate.ts' }
    const titles = ['the gate', 'is closed to the young (17, or less)']
    expect(rowsIn(document())).toEqual([
      { ...row, id: 'endless', what: 'years go by', caughtBy: undefined },
      {
        ...row,
        id: 'young',
        what: 'the young stay outside',
        rules: ['P1'],
        caughtBy: { file: 'lib/gate.test.ts', titles },
      },
    ])
  })

  test('prove nothing with tests that fail as they are, nor where the code is another one', async () => {
    write('lib/gate.ts', gate.replace('years -= 1', 'years -= 2'))
    expect(await run(guards, ['--only', 'endless'])).toBe(1)
    expect(said.at(-1)).toBe('Nothing can be proved: lib/gate.ts does not have endless exactly once')
    write('lib/gate.ts', gate.replace("'in'", "'out'"))
    expect(await run(guards, ['--only', 'young'])).toBe(1)
    expect(said.at(-1)).toContain('lib/gate.test.ts fails as it is: the gate > is open to others')
  })

  test('are put back, and copies are removed, when somebody stops it', async () => {
    const stopped = new AbortController()
    const running = run(guards, ['--only', 'endless'], patience, stopped.signal)
    await expect.poll(() => readdirSync(copies), { timeout: patience }).not.toEqual([])
    stopped.abort()
    await expect(running).rejects.toThrow()
    expect(readdirSync(copies)).toEqual([])
  })
})

test('what cannot be meant is said with what can', async () => {
  expect(await run(guards, ['--only', 'nobody'])).toBe(2)
  expect(said.join()).toMatch(/No guard is called "nobody".*--only WORD/s)
  expect(await run(guards, ['--help'])).toBe(0)
})
