import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { noChanges } from '../../lib/list/diff.ts'
import { createPasses } from '../../server/publisher/render/passes.ts'
import { noFeedsOfPass } from '../../server/publisher/render/readers/feed-reader.ts'
import { feedReadings } from './feed-readings.ts'
import { driversOf, entriesOf, type MadeUpFile, partsOf, proposedList } from './proposed-list.fixture.ts'

const data = fileURLToPath(new URL('../../data', import.meta.url))
const oracle = fileURLToPath(new URL('../../server/publisher/oracle/events', import.meta.url))
const folders: readonly (readonly [string, string])[] = [
  ['data', data],
  ...foldersIn(join(data, 'examples'), 'data/examples/'),
  ...foldersIn(oracle, "the oracle's "),
]

function foldersIn(folder: string, called: string): readonly (readonly [string, string])[] {
  return readdirSync(folder).map((name) => [`${called}${name}`, join(folder, name)] as const)
}

const written = /^(?:README\.md|event\.yaml|drivers\.jsonl\.njk)$/

function timingFiles(folder: string): readonly MadeUpFile[] {
  const names = readdirSync(folder, { recursive: folder !== data, encoding: 'utf8' })
  const files = names.filter((name) => !written.test(name) && statSync(join(folder, name)).isFile())
  return files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))])
}

/** The list of the template that a person wrote for the folder. */
async function ownList(folder: string): Promise<readonly unknown[]> {
  const published = { from: undefined, version: 0, changes: noChanges, event: undefined, mostRuns: [] }
  const readings = feedReadings(
    timingFiles(folder).map(([, content]) => ({ bytes: Buffer.from(content) })),
    'karts',
  )
  const files = { template: 'drivers.jsonl.njk', event: 'event.yaml', feeds: { ...noFeedsOfPass, readings } }
  const pass = await createPasses(folder)({ files, published })
  if (pass.kind === 'ended' || pass.list.kind === 'rejected') throw new Error(JSON.stringify(pass))
  return pass.list.changes.update.map(partsOf)
}

describe.each(folders)('the timing files of %s', (_, folder) => {
  test('give the same entries by the proposed template as by the one that is there', async () => {
    const proposed = await proposedList(...timingFiles(folder))
    expect(driversOf(proposed)).toEqual(entriesOf(proposed))
    expect(new Set(driversOf(proposed).map((one) => JSON.stringify(one)))).toEqual(
      new Set((await ownList(folder)).map((one) => JSON.stringify(one))),
    )
  })

  test('get a template without personal data, no line of which is wider than 120', async () => {
    const { template, event } = await proposedList(...timingFiles(folder))
    expect(template).not.toMatch(/member/i)
    expect(`${template}${event}`.split('\n').filter((line) => line.length > 120)).toEqual([])
  })
})
