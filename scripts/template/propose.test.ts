import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions } from './options.ts'
import { propose } from './propose.ts'

const table =
  'Name,Class,Number,E-Mail,Run 1,Run 2\nAda Lund,STR,7,ada@example.org,60.125,58.5+1\nBo Rask,SS,9,,61.1,DNF\n'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-command-'))
  writeFileSync(join(folder, 'results.csv'), table)
})

afterEach(() => rmSync(folder, { recursive: true }))

async function run(...parameters: string[]) {
  const options = readOptions(parameters)
  if (options === 'help') throw new Error('help')
  const printed: string[] = []
  const isList = await propose(options, folder, (lines) => printed.push(...lines))
  return { isList, stdout: printed.join('\n') }
}

test('given a table, then the command writes a template and an event beside it, and prints the list and what is left out', async () => {
  const { isList, stdout } = await run('results.csv')
  expect(isList).toBe(true)
  expect(stdout).toContain('results.csv is a table of text with commas in between: 2 entries.')
  expect(stdout).toMatch(/STR, 1 entry\n {4}1 {2}STR {8}7 {2}Ada Lund {7}60\.125 {4}2 runs/)
  expect(stdout).toContain('Left out on purpose, since it may be personal: "E-Mail".')
  expect(stdout).toContain(`Next: DATA_DIR=${folder} npm start`)
  expect(readdirSync(folder).sort()).toEqual(['drivers.jsonl.njk', 'event.yaml', 'results.csv'])
  expect(readFileSync(join(folder, 'drivers.jsonl.njk'), 'utf8')).toContain('{% for row in csv("results.csv") -%}')
})

test('given an event.yaml that is there, then it stays, the missing template is written, and --print is named', async () => {
  writeFileSync(join(folder, 'event.yaml'), 'title: Mine\n')
  const { isList, stdout } = await run('results.csv')
  expect(isList).toBe(true)
  expect(readFileSync(join(folder, 'event.yaml'), 'utf8')).toBe('title: Mine\n')
  expect(stdout).toContain(`Not written, since it is there: ${join(folder, 'event.yaml')}`)
  expect(stdout).toContain('--print')
})

test('given --print, then both files are printed and nothing is written', async () => {
  const { stdout } = await run('results.csv', '--print')
  expect(stdout).toContain('--- drivers.jsonl.njk\n{#- One record')
  expect(stdout).toContain('--- event.yaml\n# The event')
  expect(readdirSync(folder)).toEqual(['results.csv'])
})

test('given --out, then the files are written there, and the command says that the timing file is elsewhere', async () => {
  mkdirSync(join(folder, 'day'))
  const { isList, stdout } = await run('results.csv', '--out', 'day')
  expect(isList).toBe(true)
  expect(readdirSync(join(folder, 'day')).sort()).toEqual(['drivers.jsonl.njk', 'event.yaml'])
  expect(stdout).toContain(`Let the timing software save results.csv into ${join(folder, 'day')}`)
})

test('given a file that no template can read, then the command says what it is and writes nothing', async () => {
  writeFileSync(join(folder, 'results.csv'), '%PDF-1.7')
  const { isList, stdout } = await run('results.csv')
  expect(isList).toBe(false)
  expect(stdout).toContain('results.csv is a PDF document: no template can read it.')
  expect(readdirSync(folder)).toEqual(['results.csv'])
})

test('given a file that is not there, then the command is called wrongly', async () => {
  await expect(run('nothing.csv')).rejects.toThrow(OptionError)
  await expect(run('nothing.csv')).rejects.toThrow('nothing.csv cannot be read: there is no such file.')
})
