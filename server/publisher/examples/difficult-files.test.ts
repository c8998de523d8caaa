import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { displayName } from '../../../lib/record/driver.ts'
import { formatTime } from '../../../lib/record/run.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { openDataFolder } from '../files/data-folder.ts'
import { createListComparer } from '../parse/list-changes.ts'
import { readPass } from '../render/read-pass.ts'
import { type DifficultFiles, difficultFiles } from './difficult-files.fixture.ts'
import { difficultPages } from './difficult-pages.fixture.ts'
import { difficultRuns } from './difficult-runs.fixture.ts'

/** What a pass over a new data folder publishes, as the fixtures write it. */
async function publish({ files, event = '' }: DifficultFiles): Promise<Omit<DifficultFiles, 'files' | 'event'>> {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-difficult-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries({ 'event.yaml': `title: Test\n${event}`, ...files })) {
    writeFileSync(join(folder, name), content)
  }
  const pass = await readPass({ template: 'drivers.jsonl.njk', event: 'event.yaml' }, openDataFolder(folder))
  if (pass.event.kind === 'rejected') throw new Error(pass.event.problem.message)
  const changes = { create: [], update: [], destroy: [] }
  const nothing = { from: undefined, version: 0, changes, event: undefined, mostRuns: [] }
  const list = createListComparer('drivers.jsonl.njk').after(nothing)(pass.list, pass.event)
  if (list.kind === 'rejected') return { problem: [list.problem.code, list.problem.message, list.problem.hint] }
  const { time_format } = pass.event.event
  const results = standingsOf(list.changes.update, pass.event.event).classes.flatMap(({ code, ranked_by, entries }) =>
    entries.map(({ driver, class_position, total, indexed }) => {
      const time = ranked_by === 'indexed' ? indexed : total
      const shown = time === undefined ? 'no time' : formatTime(time, time_format)
      return `${code} ${class_position?.place ?? '-'} ${displayName(driver)} ${shown}`
    }),
  )
  return { results, warnings: list.warnings.map(({ code }) => code) }
}

const all = { ...difficultFiles, ...difficultRuns, ...difficultPages }

test.each(Object.entries(all))(
  'given %s, then the list is right, or a message says what to do',
  async (_, expected) => {
    const published = await publish(expected)
    if (!expected.problem) {
      expect(published).toEqual({ results: expected.results, warnings: expected.warnings ?? [] })
      return
    }
    const [code, ...texts] = expected.problem
    const [found, ...sentences] = published.problem ?? []
    expect(found).toBe(code)
    for (const text of texts) expect(sentences.join(' ')).toContain(text)
  },
)
