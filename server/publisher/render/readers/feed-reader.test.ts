import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kartSession } from '../../../../testing/feed/made-up-karts.ts'
import { createFeedMemory } from '../../feeds/feed-memory.ts'
import type { FeedReading } from '../../feeds/feed-reading.ts'
import { openDataFolder } from '../../files/data-folder.ts'
import { renderTemplate } from '../render-template.ts'
import type { FeedsOfPass } from './feed-reader.ts'

// cspell:ignore lapps: misspelt on purpose
const address = '10.0.0.5:50000'
const settings = { karts: { rmonitor: address } }

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-feed-reader-'))
})
afterAll(() => rm(folder, { recursive: true }))

function heard(more: Partial<FeedReading> = {}): FeedReading {
  const memory = createFeedMemory()
  for (const { line } of kartSession({ count: 3, duration: 60 }).lines) memory.add(line)
  memory.show()
  return { address, state: 'heard', timing: memory.timing(), doubts: memory.doubts(), ...more }
}

async function render(template: string, feeds: Partial<FeedsOfPass> = {}) {
  await writeFile(join(folder, 'drivers.jsonl.njk'), template)
  const all = { settings, scoring: 'laps_then_time', readings: { karts: heard() }, ...feeds } as const
  return renderTemplate(openDataFolder(folder), 'drivers.jsonl.njk', all)
}

const each = (expression: string) => `{% for entry in rmonitor("karts").entries %}{{ ${expression} }} {% endfor %}`
const textOf = async (...given: Parameters<typeof render>) => {
  const list = await render(...given)
  return list.kind === 'rendered' ? list.lines.join('\n') : list.problem.message
}
const codesOf = async (reading: FeedReading) => {
  const list = await render(each('entry.name'), { readings: { karts: reading } })
  return list.kind === 'rendered' ? list.warnings.map(({ code }) => code) : list.problem.code
}

describe('rmonitor in a template', () => {
  test('gives the session and its entries by position', async () => {
    expect(await textOf('{{ rmonitor("karts").session.flag }}, {{ rmonitor("karts").session.track }}')).toBe(
      'Finish, Harbour Circuit',
    )
    expect(await textOf(each('entry.position'))).toBe('1 2 3 ')
  })

  test('gives laps and total time as the result of a race, and neither in a practice', async () => {
    expect(await textOf(each('[entry.published_laps, entry.tie_order] | dump'))).toBe('[2,1] [2,2] [2,3] ')
    const practice = await textOf(each('{ laps: entry.published_laps, total: entry.published_total } | dump'), {
      scoring: 'best_lap',
    })
    expect(practice).toBe('{} {} {} ')
  })

  test('refuses a name that no entry has, with the nearest', async () => {
    expect(await textOf(each('entry.lapps'))).toBe(
      'drivers.jsonl.njk, line 1: no record of karts has "lapps". Did you mean "laps"?',
    )
  })

  test('refuses a source that event.yaml does not have, with the nearest', async () => {
    expect(await textOf('{{ rmonitor("kart") }}')).toBe('event.yaml: sources has no "kart". Did you mean "karts"?')
    expect(await textOf('{{ rmonitor("constructor") }}')).toBe('event.yaml: sources has no "constructor".')
    expect(await textOf('{{ rmonitor() }}')).toBe('event.yaml: sources has no "undefined".')
  })

  test('rejects the list before anything was heard, and from another address', async () => {
    const problem = 'karts: nothing was heard from 10.0.0.5:50000 yet.'
    expect(await textOf(each('entry.name'), { readings: {} })).toBe(problem)
    expect(await textOf(each('entry.name'), { readings: { karts: heard({ timing: undefined }) } })).toBe(problem)
    expect(await textOf(each('entry.name'), { readings: { karts: heard({ address: '10.0.0.6' }) } })).toBe(problem)
  })

  test('warns of a source that it does not read', async () => {
    const two = { ...settings, cars: { rmonitor: '10.0.0.7' } }
    const list = await render(each('entry.name'), { settings: two })
    expect(list.kind === 'rendered' && list.warnings.map(({ message }) => message)).toEqual([
      'event.yaml: sources names "cars", which the template does not read; write rmonitor("cars") there.',
    ])
  })

  test('warns of a feed that is lost or silent, of bad lines and of too many competitors', async () => {
    const doubts = { badLines: 12, badLine: 'GET /', isFull: true }
    expect(await codesOf(heard())).toEqual([])
    expect(await codesOf(heard({ state: 'lost' }))).toEqual(['source_lost'])
    expect(await codesOf(heard({ state: 'silent', doubts }))).toEqual(['source_silent', 'source_lines', 'source_full'])
  })
})
