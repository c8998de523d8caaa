import { expect, test } from 'vitest'
import type { Readings } from './readings.ts'
import { createRegistry } from './registry.ts'

const readings: Readings = {
  state: {
    ...{ data_folder: '/club', files: [], entries: 8, problems: [], warnings: [], log: 'a', version: 7 },
    ...{ published_at: 1000, browsers: 2, divergences: 0, refusals: { full: 3, junk_request: 0 }, now: 10_000 },
    ...{ source_at: 7500, last_pass: { at: 9000, milliseconds: 12 } },
  },
  live: {
    ...{ clients: { websocket: 2, polling: 0 }, slow: 0, versionsBehind: 0, conflations: 0, lists: 2, catchUps: 1 },
    ...{ revisions: 5, revisionDeflates: 5, deflates: 9 },
  },
  connections: 4,
  pages: {
    answers: { kept: 9, shared: 1, own: 0, desk: 0, busy: 0, failed: 0 },
    ...{ waiting: 0, starts: 1, usage: { memory: 140e6, cpu: 1.5 } },
  },
  push: { subscriptions: 3, queued: 1, outcomes: { sent: 12, failed: 0, gone: 2, dropped: 0 } },
}

/** Of a scrape, the value of each sample of Paddock's own. */
async function samples(registry: ReturnType<typeof createRegistry>, read: Readings): Promise<Record<string, number>> {
  const lines = (await registry.scrape(async () => read)).split('\n').filter((line) => line.startsWith('paddock_'))
  return Object.fromEntries(lines.map((line) => line.split(' ')).map(([name = '', value]) => [name, Number(value)]))
}

test('given readings, then each is a sample, by its label where it has one, and ages are seconds', async () => {
  const registry = createRegistry()
  expect(await samples(registry, readings)).toMatchObject({
    ...{ 'paddock_clients{transport="websocket"}': 2, 'paddock_clients{transport="polling"}': 0 },
    ...{ 'paddock_refusals_total{reason="full"}': 3, 'paddock_refusals_total{reason="junk_request"}': 0 },
    ...{ paddock_version: 7, paddock_full: 0, paddock_held: 0, paddock_stalled_seconds: 0, paddock_connections: 4 },
    ...{ paddock_last_pass_age_seconds: 1, paddock_timing_file_age_seconds: 2.5 },
    ...{ paddock_revisions_total: 5, paddock_revision_deflates_total: 5, paddock_deflates_total: 9 },
    ...{ paddock_page_process_memory_bytes: 140e6, 'paddock_page_answers_total{way="kept"}': 9 },
    ...{ paddock_push_subscriptions: 3, paddock_notifications_waiting: 1 },
    ...{ 'paddock_notifications_total{outcome="sent"}': 12, 'paddock_notifications_total{outcome="failed"}': 0 },
  })
})

test('given trouble, then each kind of it has a sample that says so', async () => {
  const registry = createRegistry()
  await samples(registry, readings)
  const problem = { code: 'file_missing', message: '', hint: '' }
  const held = { id: 'x', reason: 'all_lost', lost: ['Joan'], emptied: [], shown: 8, found: 7, since: 1 } as const
  const state = { ...readings.state, problems: [problem], held, stalled_since: 4000, full_since: 1, divergences: 2 }
  expect(await samples(registry, { ...readings, state })).toMatchObject({
    ...{ paddock_problems: 1, paddock_held: 1, paddock_stalled_seconds: 6, paddock_full: 1 },
    paddock_divergences_total: 2,
  })
})

test('given what is not known at the moment, then it has no sample, rather than a 0 or an old one', async () => {
  const registry = createRegistry()
  await samples(registry, readings)
  const { source_at: _, ...state } = readings.state
  const found = await samples(registry, { ...readings, state, pages: undefined })
  const names = Object.keys(found).filter((name) => /page_(answers|process)|pages_waiting|file_age/.test(name))
  expect(names).toEqual([])
})

test('given a clock that was set back, then no age is negative', async () => {
  const found = await samples(createRegistry(), { ...readings, state: { ...readings.state, now: 0 } })
  expect(found).toMatchObject({ paddock_last_pass_age_seconds: 0, paddock_timing_file_age_seconds: 0 })
})

test('given durations, then they are counted in seconds', async () => {
  const registry = createRegistry()
  registry.durations.pass(40)
  registry.durations.pass(60)
  registry.durations.save_to_send(-5)
  expect(await samples(registry, readings)).toMatchObject({
    ...{ paddock_pass_seconds_count: 2, paddock_pass_seconds_sum: 0.1 },
    ...{ 'paddock_pass_seconds_bucket{le="0.05"}': 1, 'paddock_pass_seconds_bucket{le="0.1"}': 2 },
    ...{ paddock_save_to_send_seconds_count: 1, paddock_save_to_send_seconds_sum: 0 },
  })
})

test('given scrapes at the same time, then the parts are read once', async () => {
  const registry = createRegistry()
  let reads = 0
  const read = async () => {
    reads += 1
    return readings
  }
  const scrapes = await Promise.all(Array.from({ length: 50 }, () => registry.scrape(read)))
  expect([new Set(scrapes).size, reads]).toEqual([1, 1])
  await registry.scrape(read)
  expect(reads).toBe(2)
})

test('given two timing systems, then each state has a sample with their number', async () => {
  const feed = { name: 'karts', address: '10.0.0.5', since: 1 }
  const sources = [{ ...feed, state: 'heard' } as const, { ...feed, state: 'lost' } as const]
  expect(await samples(createRegistry(), { ...readings, state: { ...readings.state, sources } })).toMatchObject({
    ...{ 'paddock_sources{state="heard"}': 1, 'paddock_sources{state="lost"}': 1 },
    ...{ 'paddock_sources{state="silent"}': 0, 'paddock_sources{state="waiting"}': 0 },
  })
})
