import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { reproduction } from '../../../lib/sync/properties/property.fixture.ts'
import { properties } from './all-properties.ts'
import { readOptions } from './options.ts'
import { soakProperties } from './try-properties.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const broken = new URL('broken-properties.fixture.ts', import.meta.url)

async function soak(...parameters: string[]) {
  let text = ''
  const output = { write: (more: string) => (text += more) }
  const exitCode = await soakProperties(parameters, broken, output, new AbortController().signal)
  return { exitCode, text, lines: text.split('\n') }
}

/** The parameters that a shell reads from the command of a line. */
function parametersOf(line = ''): string[] {
  const [, words = ''] = line.split('npm run soak:laws -- ')
  return Array.from(words.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '')
}

test('the title of each property is unique, fits a table of 120 columns and can be quoted in a shell', () => {
  const titles = properties.map(({ title }) => title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const title of titles) expect(title).toMatch(/^(?=.{1,86}$)(?:\[[PL]\d+\] )*[a-z][\w ,:'-]+$/)
})

test('soak:laws prints its seed, tries every property, prints the table and ends with 0', () => {
  const script = [
    '--import',
    'tsx',
    'scripts/soak/properties/soak-properties.ts',
    '--cases',
    String(3 * properties.length),
    '--seed',
    '7',
  ]
  const { status, stdout } = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' })
  expect(stdout.split('\n')[0]).toMatch(/^Seed 7: /)
  for (const { title } of properties) {
    const [row = ''] = stdout.split('\n').filter((line) => line.startsWith(`${title}  `))
    expect(row.slice(title.length)).toMatch(/^ +3 +\d+\.\d +0$/)
  }
  expect(stdout).toContain(`${properties.length} properties held in ${3 * properties.length} cases; seed 7, `)
  expect(stdout).toContain('100 %, ')
  expect(status).toBe(0)
})

test('a broken property and one that kills its process are reported with the command that repeats the case', async () => {
  const { exitCode, text, lines } = await soak('--cases', '30000', '--seed', '7', '--workers', '3')
  expect(exitCode).toBe(1)
  expect(lines.find((line) => line.startsWith('[P1] nothing is wrong'))).toMatch(/ 10,000 +[0-9.]+ +0$/)
  expect(text).toContain('Counterexample: [7]')
  expect(text).toContain('Its process ended with SIGKILL.')
  const [again, fatal] = lines.filter((line) => line.startsWith('Once more: '))
  expect(again).toMatch(/--law "\[P2\] no number ends with 07" --seed=-?\d+ --path [\d:]+$/)
  expect(fatal).toMatch(/--law "no process dies" --seed=-?\d+ --path 0 --cases 2500$/)

  const once = await soak(...parametersOf(again))
  expect(once.exitCode).toBe(1)
  expect(once.text).toContain('Counterexample: [7]')
})

test('equal seeds find the same case in one process and in four', async () => {
  const found = async (workers: string) => {
    const { lines } = await soak('--law', '[P2]', '--cases', '20000', '--seed', '9', '--workers', workers)
    const failures = lines
      .find((line) => line.startsWith('all '))
      ?.split(' ')
      .at(-1)
    return { failures, again: lines.filter((line) => line.startsWith('Once more: ')) }
  }
  const alone = await found('1')
  expect(alone).toEqual({ failures: '1', again: [expect.stringContaining('[P2]')] })
  expect((await found('4')).again).toEqual(alone.again)
})

test('the command that repeats a case is read back, whatever the sign of its seed', () => {
  for (const seed of [5, -5]) {
    const options = readOptions(parametersOf(`Once more: ${reproduction('[P1] it holds', seed, '3:0')}`))
    expect(options).toMatchObject({ title: '[P1] it holds', seed, path: '3:0' })
  }
})

test('soak:laws refuses an unknown title, and a path with more than one property', async () => {
  expect(await soak('--law', 'everything')).toMatchObject({ exitCode: 1 })
  const { exitCode, lines } = await soak('--seed', '1', '--path', '1')
  expect([exitCode, lines[0]]).toEqual([1, '--path is of one property: --law takes the whole title.'])
})

test('an interrupted soak:laws reports that it stopped and not that the properties held', async () => {
  let text = ''
  const stopped = new AbortController()
  const terminal = {
    isTTY: true,
    write(more: string) {
      text += more
      if (more.includes(' %, ')) stopped.abort()
    },
  }
  const exitCode = await soakProperties(['--law', '[P1]', '--cases', '1000000000'], broken, terminal, stopped.signal)
  expect(exitCode).toBe(1)
  expect(text).toMatch(/^Stopped after 2,500 cases; /m)
})

test.each([0, 3000])('soak:laws stops within a case when it is interrupted after %i ms', async (milliseconds) => {
  const endless = new URL('endless-property.fixture.ts', import.meta.url)
  const signal = milliseconds === 0 ? AbortSignal.abort() : AbortSignal.timeout(milliseconds)
  expect(await soakProperties([], endless, { write: () => {} }, signal)).toBe(1)
})
