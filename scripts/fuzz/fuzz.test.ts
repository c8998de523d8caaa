import { beforeAll, expect, test } from 'vitest'
import { loadedSqlite, loadSqlite } from '../../server/publisher/sources/sqlite/sqlite-engine.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { fuzzEntries, isEntryName, ownerOf } from './fuzz-entries.ts'
import { fuzzFile } from './fuzz-file.ts'
import { type FuzzSubject, fuzzSubjects } from './fuzz-subjects.ts'

// cspell:ignore aldar: misspelt on purpose
let subjects: readonly FuzzSubject[]
beforeAll(async () => {
  await loadSqlite()
  const engine = loadedSqlite()
  if (!engine) throw new Error('SQLite is not loaded')
  subjects = fuzzSubjects(engine)
})

test('given a file that is not damaged, then each reader gives every entry its own runs', () => {
  for (const { reader, write, read } of subjects) {
    const entries = fuzzEntries(seededRandom(7))
    const found = read(write(entries)).map(({ name, runs }) => ({ name, runs: runs.filter((run) => run !== '') }))
    expect(found, reader).toEqual(entries.map(({ name, runs }) => ({ name, runs })))
  }
})

test('given 1,500 damaged files, then no reader crashes or gives an entry the time of another', () => {
  const outcomes = Array.from({ length: 1500 }, (_, number) => fuzzFile(subjects, 1, number))
  expect(outcomes.filter(({ kind }) => kind === 'crash' || kind === 'other_time')).toEqual([])
  const readers = new Set(outcomes.filter(({ kind }) => kind === 'read').map(({ what }) => what.split(':')[0]))
  expect(readers.size).toBe(subjects.length)
  expect(outcomes.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(300)
})

test('given a reader that shifts runs by one entry, or throws an error of its own, then the fault is found', () => {
  const [csv] = subjects
  if (!csv) throw new Error('there is no reader')
  const shifted: FuzzSubject = {
    ...csv,
    read(bytes) {
      const all = csv.read(bytes)
      return all.map(({ name }, index) => ({ name, runs: all[index - 1]?.runs ?? [] }))
    },
  }
  const throwing: FuzzSubject = { ...csv, read: () => JSON.parse('{') }
  const kindsOf = (subject: FuzzSubject) =>
    new Set(Array.from({ length: 40 }, (_, number) => fuzzFile([subject], 1, number).kind))
  expect(kindsOf(shifted)).toContain('other_time')
  expect(kindsOf(throwing)).toEqual(new Set(['crash']))
  expect(fuzzFile([shifted], 1, 3)).toEqual(fuzzFile([shifted], 1, 3))
})

test('given the time of a run, then its owner is known, and one wrong digit makes it nobody’s', () => {
  for (const { name, runs } of fuzzEntries(seededRandom(3))) {
    expect(isEntryName(name)).toBe(true)
    for (const run of runs) {
      const ms = Math.round(Number(run) * 1000)
      expect(ownerOf(ms)).toBe(name)
      for (const step of [10_000, 1000, 100, 10]) expect([undefined, name]).toContain(ownerOf(ms + step))
    }
  }
  expect(isEntryName('Aldar')).toBe(false)
})
