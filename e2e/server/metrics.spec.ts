import { field, withChanged } from '../../testing/event/timing-file.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile({ environment: { METRICS_PORT: '0' } })

/** The value of a sample; NaN when there is none. */
async function sample(name: string): Promise<number> {
  const address = /"metrics":"([^"]+)"/.exec(server.process.stdout())?.[1] ?? ''
  const lines = (await (await fetch(address)).text()).split('\n')
  return Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length) ?? Number.NaN)
}

const renders = 'paddock_page_render_seconds_count'
const kept = 'paddock_page_answers_total{way="kept"}'

test('given a page that is opened ten times, then it is rendered once for each list, and the metrics say so', async () => {
  const load = async () => (await fetch(`${server.baseUrl}/live`)).text()
  await load()
  const before = { renders: await sample(renders), kept: await sample(kept) }
  for (let count = 0; count < 9; count += 1) await load()
  expect([await sample(renders), await sample(kept)]).toEqual([before.renders, before.kept + 9])
  const version = await sample('paddock_version')
  server.data.writeEntries(withChanged(field, 'Ian O’Malley', { runs: ['39.053'] }))
  await expect.poll(() => sample('paddock_version')).toBe(version + 1)
  await load()
  expect(await sample(renders)).toBe(before.renders + 1)
})

test('given the process of the pages, then its memory and its CPU time are among the metrics', async () => {
  expect(await sample('paddock_page_process_starts_total')).toBe(1)
  expect(await sample('paddock_page_process_memory_bytes')).toBeGreaterThan(30e6)
  expect(await sample('paddock_page_process_cpu_seconds_total')).toBeGreaterThan(0)
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
    expect(await sample(name)).toBeGreaterThan(0)
  }
})

test('given the public port, then it has no metrics', async () => {
  expect((await fetch(`${server.baseUrl}/metrics`)).status).toBe(404)
})
