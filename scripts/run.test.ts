import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commands } from './commands.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(...parameters: string[]) {
  return spawnSync(process.execPath, ['scripts/run.mjs', ...parameters], { cwd: root, encoding: 'utf8' })
}

test('package.json has exactly one script for each command, under the same name', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const expected = Object.keys(commands).map((name) => [name, `node scripts/run.mjs ${name}`])
  expect(scripts).toEqual(Object.fromEntries(expected))
})

test('every file that a command runs exists', () => {
  const files = Object.values(commands).flatMap(({ file }) => file ?? [])
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('an unknown command ends with 2 and the list of commands', () => {
  const { status, stderr } = run('nonsense')
  expect(status).toBe(2)
  expect(stderr).toContain('There is no command "nonsense"')
  for (const name of Object.keys(commands)) expect(stderr).toContain(`  ${name} `)
})

test('a command gets its arguments, and its output and exit code are passed on', () => {
  expect(run('watch', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run watch') })
  expect(run('watch', '--nonsense')).toMatchObject({ status: 2, stderr: expect.stringContaining('--nonsense') })
})

test('a program of a package gets the arguments of its command, then those of the command line', () => {
  expect(run('lint', '--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/Usage: (?:biome )?check/) })
})
