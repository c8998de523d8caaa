import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { Server } from 'socket.io'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { silentDesk } from '../lib/desk/desk-state.ts'
import { canonicalJson, checksumOf, formatChecksum } from '../lib/list/checksum.ts'
import { diffDrivers } from '../lib/list/diff.ts'
import { byName, type Driver } from '../lib/record/driver.ts'
import {
  allDriversSchema,
  currentVersionSchema,
  liveNamespace,
  problemSchema,
  updateDriversSchema,
  versionCheckSchema,
} from '../lib/sync/protocol.ts'
import { systemTimers } from '../lib/time/timers.ts'
import { serveLive } from '../server/live/namespace.ts'
import { defaultCheckLimit } from '../server/live/throttle-checks.ts'
import { countUselessPackets } from '../server/live/useless-packets.ts'
import { openMemoryRevisionLog } from '../server/log/memory-revision-log.ts'
import { codeIn, markedBlocks, readText, root, tableBelow } from './markdown.ts'
import { sourceFiles } from './source-files.ts'

const protocol = readText('docs/PROTOCOL.md')
const blocks = markedBlocks(protocol, 'test')

describe('PROTOCOL.md and the messages', () => {
  const given = {
    version_check: versionCheckSchema,
    all_drivers: allDriversSchema,
    update_drivers: updateDriversSchema,
  }
  const messages = { ...given, current_version: currentVersionSchema, problem: problemSchema }

  test.each(Object.entries(messages))('the table of %s has exactly the fields of its schema', (action, schema) => {
    const [heading = ''] = new RegExp(`^### \`${action}\`.*$`, 'm').exec(protocol) ?? []
    const rows = tableBelow(protocol, heading).map(([field = '', kind = '']) => [field.replaceAll('`', ''), kind])
    const fields = Object.entries(schema.shape.data.shape)
    const kindOf = (value: (typeof fields)[number][1]) =>
      action in given && !value.safeParse(undefined).success ? 'given' : 'extra'
    expect(rows).toEqual(fields.map(([name, value]) => [name, kindOf(value)]))
  })

  test('the document names every code of a problem', () => {
    const codes = [...readText('server/live/listen-for-checks.ts').matchAll(/refuse\('([a-z_]+)'/g)].map(
      ([, code]) => code,
    )
    expect(codes.length).toBeGreaterThan(1)
    expect(codeIn(protocol)).toEqual(expect.arrayContaining(codes))
  })
})

describe('the hash', () => {
  const list: Driver[] = JSON.parse(blocks.get('hash-list') ?? '')
  const texts = blocks.get('hash-texts')?.trimEnd().split('\n') ?? []
  const values = blocks.get('hash-values')?.trimEnd().split('\n') ?? []

  test('the worked example equals the result of the code', () => {
    expect(list.map(canonicalJson)).toEqual(texts)
    const each = list.map((driver) => formatChecksum(checksumOf(byName([driver]))))
    expect([...each, formatChecksum(checksumOf(byName(list)))]).toEqual(values)
    expect(protocol).toContain(`\`${formatChecksum(checksumOf(new Map()))}\``)
  })

  test('the worked example equals the result of the description', () => {
    const hashes = texts.map((text) => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12))
    const sum = hashes.reduce((sum, hash) => (sum + BigInt(`0x${hash}`)) % 2n ** 48n, 0n)
    expect([...hashes, sum.toString(16).padStart(12, '0')]).toEqual(values)
  })
})

describe('the rules of PROTOCOL.md', () => {
  const rules = new Map(
    Array.from(protocol.matchAll(/^- \*\*([PL]\d+), (holds|in part|planned)\.\*\* (.*(?:\n {2}.*)*)/gm), (match) => {
      const [, id = '', today = '', text = ''] = match
      return [id, { today, text }] as const
    }),
  )
  const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

  test('are P1 to P15 and L1 to L5, each once and in order', () => {
    expect([...rules.keys()]).toEqual([...numbered('P', 15), ...numbered('L', 5)])
  })

  test('name a file that has their id, when they hold', () => {
    const lost = [...rules].filter(([id, { today, text }]) => {
      const files = codeIn(text).filter((code) => code.endsWith('.ts'))
      return today !== 'planned' && !files.some((file) => readText(file).includes(`[${id}]`))
    })
    expect(lost.map(([id]) => id)).toEqual([])
  })

  test('include every id that the code names', () => {
    const ids = sourceFiles(['app', 'lib', 'server']).flatMap((file) => readText(file).match(/\[[PL]\d+\]/g) ?? [])
    expect([...new Set(ids)].filter((id) => !rules.has(id.slice(1, -1)))).toEqual([])
  })
})

interface Copy {
  readonly version: number
  readonly drivers: ReadonlyMap<string, Driver>
}

describe('the bare client', () => {
  const joan = { driver_name: 'Joan Zielinski', class: 'SS', runs: ['40.434'] }
  const felipe = { driver_name: 'Felipe González', class: 'STR', runs: [] }

  test('has at most 15 lines', () => {
    const lines = (blocks.get('bare-client') ?? '').trim().split('\n')
    expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(15)
  })

  test('has the published list after changes, a gap and a lost connection', async () => {
    const { log, sockets, checks, url } = await startServer()
    const publish = async (...drivers: Driver[]) => {
      const { version, drivers: before } = log.current()
      const changes = diffDrivers(before, byName(drivers))
      await log.append(version, { at: Date.now(), sourceAt: undefined, changes, event: undefined })
    }
    await publish(joan)
    const client = startClient(url)
    const settled = (...drivers: Driver[]) =>
      vi.waitFor(() => expect(client.copy()).toEqual({ version: log.current().version, drivers: byName(drivers) }), {
        timeout: 10_000,
      })
    await settled(joan)

    await publish(joan, felipe)
    await settled(joan, felipe)
    const better = { ...felipe, runs: ['41.001+1'] }
    await publish(better)
    await settled(better)

    // The revision after next: one is missing between, so that it is not applied.
    const checked = checks.length
    const version = log.current().version + 2
    const drivers = { create: ['Nobody'], update: [{ driver_name: 'Nobody' }], destroy: [better.driver_name] }
    sockets.emit('update_drivers', { source: 'server', action: 'update_drivers', data: { version, drivers } })
    await vi.waitFor(() => expect(checks.length).toBe(checked + 1))
    expect(checks.at(-1)).toMatchObject({ data: { version: log.current().version } })
    await settled(better)

    for (const socket of sockets.sockets.values()) socket.conn.close()
    await publish(better, joan)
    await publish(joan, felipe)
    await settled(joan, felipe)
  })
})

async function startServer() {
  const log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  const http = createServer()
  const server = new Server(http)
  const sockets = server.of(liveNamespace)
  const checks: unknown[] = []
  sockets.on('connection', (socket) => socket.on('version_check', (check) => checks.push(check)))
  const live = serveLive(sockets, {
    log,
    freshness: () => ({}),
    desk: { current: () => silentDesk, subscribe: () => () => {} },
    checkLimit: defaultCheckLimit,
    onDivergences: () => {},
    useless: countUselessPackets(server),
    rates: { ofConnection: 64_000, ofAddress: 32_000_000 },
    addressOf: (socket) => socket.handshake.address,
    logger: pino({ level: 'silent' }),
    now: Date.now,
    timers: systemTimers,
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(async () => {
    live.stop()
    await server.close()
    await log.close()
  })
  return { log, sockets, checks, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }
}

/** Runs the lines of the document in a process, with one more line that prints their list. */
function startClient(url: string): { copy(): Copy | undefined } {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-bare-client-'))
  const file = join(folder, 'client.mjs')
  const lines = (blocks.get('bare-client') ?? '').replace('http://localhost:3000', url)
  const printList = 'setInterval(() => console.log(JSON.stringify({ version, drivers: [...drivers.values()] })), 20)'
  writeFileSync(file, `${lines}\n${printList}\n`)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')

  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    child.kill()
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true })
  })
  let copy: Copy | undefined
  createInterface(child.stdout).on('line', (line) => {
    const { version, drivers } = JSON.parse(line)
    copy = { version, drivers: byName(drivers) }
  })
  return { copy: () => copy }
}
