import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentFile, mutationsDocument, rowsIn } from '../scripts/mutation/document.ts'
import { withoutGuard } from '../scripts/mutation/guard.ts'
import { guards } from '../scripts/mutation/guards.ts'
import { readText, root } from './markdown.ts'

const inFolder = (folder: string, names: string) => names.split(' ').map((name) => `${folder}/${name}.ts`)

/** The files that keep lists right. */
const guardedFiles = [
  ...inFolder('lib', 'replica diff driver-list checksum sync live-client idle-self-check self-check'),
  ...inFolder('server/log', 'local-revision-log next-revision history begin-log subscribers sqlite-revision-log'),
  ...readdirSync(join(root, 'server/log/sqlite'))
    .filter((name) => !/\.(?:test|fixture)\.ts$/.test(name))
    .map((name) => `server/log/sqlite/${name}`),
  ...inFolder('server/publisher', 'guard publish publisher parse pass-schedule watch render read-pass unique-names'),
  ...inFolder('server/live', 'answers encode-once slow-sockets backlog limits namespace'),
]

const document = readText(documentFile)
const rows = rowsIn(document)

describe('the guards', () => {
  test('have ids of their own in kebab-case, and are of every file that keeps lists right', () => {
    const ids = guards.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) < index || !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([])
    expect(new Set(guards.map(({ file }) => file))).toEqual(new Set(guardedFiles))
  })

  test('keep rules that there are', () => {
    const protocol = readText('docs/PROTOCOL.md')
    const unknown = guards.flatMap(({ rules }) => rules).filter((rule) => !protocol.includes(`\n- **${rule}, `))
    expect(unknown).toEqual([])
  })

  test.each(guards)('$id is in $file exactly once, and has tests', (guard) => {
    expect(withoutGuard(readText(guard.file), guard)).toBeDefined()
    expect(guard.tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(guard.tests.length).toBeGreaterThan(0)
  })
})

describe(documentFile, () => {
  test('has rows of the guards as they are now: `npm run mutation -- --only ID` tries one and writes its row', () => {
    const shown = rows.map(({ caughtBy: _, ...row }) => row)
    const tried = guards.filter(({ id }) => rows.some((row) => row.id === id))
    expect(shown).toEqual(tried.map(({ id, what, rules, file }) => ({ id, what, rules, file })))
    expect(rows.length).toBeGreaterThan(200)
    expect(document).toBe(mutationsDocument(rows, guards.length))
  })

  const named = rows.flatMap(({ id, caughtBy }) => (caughtBy ? [{ id, ...caughtBy }] : []))

  const known = new Map([...new Set(named.map(({ file }) => file))].map((file) => [file, titlesIn(file)]))

  test.each(named)('$id is caught by a test that there is', ({ file, titles }) => {
    expect(titles.filter((title) => !known.get(file)?.some((pattern) => pattern.test(title)))).toEqual([])
  })
})

const placeholders = /%[sdifjoOc%]|\$\w+(?:\.\w+)*/

/** The texts of a test file, and of the fixtures and contracts that it takes tests from, as patterns that a title may match. */
function titlesIn(file: string): readonly RegExp[] {
  return textsIn(file, new Set()).flatMap((text) => {
    const fixed = text.split(placeholders)
    // A placeholder alone matches everything.
    if (fixed.join('').trim() === '') return []
    return [new RegExp(`^(?:\\[[PL]\\d+\\] )*${fixed.map(escaped).join('.*')}$`, 's')]
  })
}

function textsIn(file: string, seen: Set<string>): readonly string[] {
  if (seen.has(file) || !existsSync(join(root, file))) return []
  seen.add(file)
  const source = readText(file)
  const texts = Array.from(source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`/g), ([, ...found]) =>
    (found.find((text) => text !== undefined) ?? '').replace(/\\(.)/g, '$1'),
  )
  const imports = Array.from(source.matchAll(/\bfrom '(\.[^']+\.(?:fixture|contract)\.ts)'/g), ([, from = '']) => from)
  return [...texts, ...imports.flatMap((from) => textsIn(posix.join(posix.dirname(file), from), seen))]
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
