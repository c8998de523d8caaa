import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino } from 'pino'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { compiledSource } from '../../testing/compiled/compiled-source.ts'
import { createDataFolder, type DataFolder } from '../../testing/event/data-folder.ts'
import { eventFile, field, template, withChanged } from '../../testing/event/timing-file.ts'
import { readConfig } from '../config.ts'
import { type BareClient, connectBare } from '../live/live.fixture.ts'

let startServer: typeof import('../server.ts').startServer

// Compiled, since every start has a process that renders.
beforeAll(async () => {
  const compiled: typeof import('../server.ts') = await import(
    pathToFileURL(await compiledSource('server/server.ts')).href
  )
  startServer = compiled.startServer
})

interface Running {
  readonly stop: () => Promise<void>
  readonly url: string
  readonly data: DataFolder
  readonly metrics: () => Promise<string>
  /** The value of a sample, such as `paddock_clients{transport="websocket"}`. */
  readonly sample: (name: string) => Promise<number | undefined>
}

/** The real server on real files and ports, without its pages. */
async function start(settings: Readonly<Record<string, string>> = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-metrics-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const data = createDataFolder(join(folder, 'data'))
  data.writeFile('event.yaml', eventFile)
  data.writeFile('drivers.jsonl.njk', template)
  data.writeEntries(field)
  const lines: Record<string, unknown>[] = []
  const server = await startServer({
    config: readConfig(
      {
        ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.path, STATE_DIR: join(folder, 'state') },
        ...{ ADMIN_PASSWORD: 'nobody signs in here', SETTLE_SECONDS: '0', METRICS_PORT: '0', ...settings },
      },
      folder,
    ),
    logger: pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) }),
    pages: async () => ({ handle: async () => {}, report: async () => undefined, stop: async () => {} }),
    development: false,
    now: Date.now,
  })
  onTestFinished(server.stop)
  const logged = (name: string) => lines.map((line) => line[name]).find((value) => value !== undefined)
  const metrics = async () => (await fetch(String(logged('metrics')))).text()
  return {
    stop: server.stop,
    url: `http://127.0.0.1:${logged('port')}`,
    data,
    metrics,
    async sample(name) {
      const line = (await metrics()).split('\n').find((one) => one.startsWith(`${name} `))
      return line === undefined ? undefined : Number(line.slice(name.length))
    },
  }
}

async function connect(url: string): Promise<BareClient> {
  const client = await connectBare(url, { transports: ['websocket'] })
  onTestFinished(() => void client.socket.disconnect())
  return client
}

const versionOf = ({ received }: BareClient) =>
  Math.max(0, ...received.map(({ envelope }) => Number(envelope.data.version)))

test('given one client, when it leaves, then the metrics have one client and afterwards none', async () => {
  const { url, sample } = await start()
  const client = await connect(url)
  expect(await sample('paddock_clients{transport="websocket"}')).toBe(1)
  expect(await sample('paddock_connections')).toBe(1)
  client.socket.disconnect()
  await expect.poll(() => sample('paddock_clients{transport="websocket"}')).toBe(0)
  await expect.poll(() => sample('paddock_connections')).toBe(0)
})

test('given three clients that compress, when a file is saved, then one revision is compressed once, and its time is measured', async () => {
  const { url, data, sample } = await start()
  const clients = await Promise.all([connect(url), connect(url), connect(url)])
  const before = await sample('paddock_version')
  expect(await sample('paddock_entries')).toBe(field.length)
  // More than 256 bytes, which is what is compressed.
  data.writeEntries(
    withChanged(field, 'Ian O’Malley', { runs: ['41.053', '41.500', '40.777'], car: 'Miata '.repeat(30) }),
  )
  await expect.poll(() => clients.map(versionOf)).toEqual(clients.map(() => Number(before) + 1))
  expect(await sample('paddock_version')).toBe(Number(before) + 1)
  expect(await sample('paddock_revisions_total')).toBe(1)
  expect(await sample('paddock_revision_deflates_total')).toBe(1)
  expect(await sample('paddock_save_to_send_seconds_count')).toBe(1)
  // The server started with a pass, and the saved file led to another.
  expect(await sample('paddock_template_seconds_count')).toBeGreaterThanOrEqual(2)
  await expect.poll(() => sample('paddock_pass_seconds_count')).toBeGreaterThanOrEqual(1)
})

test('given a broken timing file, then the metrics have a problem and a stalled publisher until it is mended', async () => {
  const { data, sample } = await start()
  expect([await sample('paddock_problems'), await sample('paddock_stalled_seconds')]).toEqual([0, 0])
  data.writeFile('drivers.jsonl.njk', '{{ unclosed')
  await expect.poll(() => sample('paddock_problems')).toBe(1)
  expect(await sample('paddock_stalled_seconds')).toBeGreaterThan(0)
  data.writeFile('drivers.jsonl.njk', template)
  await expect.poll(() => sample('paddock_problems')).toBe(0)
})

test('given junk requests and refused packets, then they are counted by their reason', async () => {
  const { url, sample } = await start()
  await fetch(`${url}/_next/image`)
  const client = await connect(url)
  for (let count = 0; count < 10; count += 1) client.socket.emit('nonsense')
  await expect.poll(() => sample('paddock_refusals_total{reason="useless_packets"}')).toBe(1)
  expect(await sample('paddock_refusals_total{reason="junk_request"}')).toBe(1)
})

test('given divergences that a client reports, then they are counted', async () => {
  const { url, sample } = await start()
  const client = await connect(url)
  client.check(0, { divergences: 2 })
  await expect.poll(() => sample('paddock_divergences_total')).toBe(2)
  expect(await sample('paddock_answers_total{kind="list"}')).toBe(1)
})

test('given clients and drivers, then no metric names a driver, a file, an address or a client', async () => {
  const { url, data, metrics } = await start()
  await connect(url)
  data.writeFile('drivers.jsonl.njk', '{{ secret_name }} {{ unclosed')
  await expect.poll(metrics).toContain('paddock_problems 1')
  const text = await metrics()
  const names = field.flatMap(({ name, car = '' }) => [name, car]).filter((name) => name.length > 2)
  for (const name of [...names, data.path, 'live.csv', 'secret_name', '127.0.0.1']) expect(text).not.toContain(name)
  // Labels have only values that the code lists, apart from those of Node: its version, and kinds of memory.
  const own = text.split('\n').filter((line) => line.startsWith('paddock_'))
  const labels = new Set(own.flatMap((line) => Array.from(line.matchAll(/(\w+)="/g), ([, label]) => label)))
  expect([...labels].sort()).toEqual(['kind', 'le', 'outcome', 'reason', 'state', 'transport'])
})

test('given a monitor that keeps its connection, when the server stops, then both ports are free', async () => {
  const { url, metrics, stop } = await start()
  // Node's fetch keeps a connection for the next scrape.
  expect(await metrics()).toContain('paddock_version')
  await stop()
  await expect(metrics()).rejects.toThrow()
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
})

test('given no METRICS_PORT, then nothing listens for metrics', async () => {
  const { metrics } = await start({ METRICS_PORT: '' })
  await expect(metrics()).rejects.toThrow()
})

test('given a METRICS_PORT that is taken, then the server does not start, and the error names the setting', async () => {
  const { url } = await start()
  const taken = new URL(url).port
  await expect(start({ METRICS_PORT: taken })).rejects.toThrow(
    `port ${taken} is taken by another program. Stop it, or set METRICS_PORT to another number.`,
  )
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('given a METRICS_HOST that is not of this machine, then the error names both settings', async () => {
  await expect(start({ METRICS_HOST: '192.0.2.1' })).rejects.toThrow(/Check METRICS_HOST and METRICS_PORT\.$/)
})
