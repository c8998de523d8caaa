import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { noChanges } from '../../../lib/list/diff.ts'
import { compiledSource } from '../../../testing/compiled/compiled-source.ts'
import type { TellPublished } from '../parse/published-list.ts'
import { until } from '../publisher.fixture.ts'
import { madeUpWorkbook } from '../sources/workbook/made-up-workbook.fixture.ts'
import { type Renderer, startRenderer } from './render.ts'

const request = { template: 'drivers.jsonl.njk', event: 'event.yaml' }
/** Each pass compares with an empty list. */
const published: TellPublished = async (known) => {
  const nothing = { changes: noChanges, event: undefined, mostRuns: [] }
  return { update: { ...nothing, from: known?.version, version: 1 }, told: { version: 1, mostRuns: new Map() } }
}

const good = '{{ { driver_name: "Joan" } | dump }}'

let folder: string
let script: string
/** One for all tests: each leaves it able to render, and a start takes longer than a test. */
let renderer: Renderer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-render-'))
  await writeFile(join(folder, 'event.yaml'), 'title: Test\n')
  script = await compiledSource('server/publisher/render/render-process.ts')
  renderer = startRenderer(folder, { time: { cpu: 25_000, wall: 100_000 }, megabytes: 64 }, script)
})

afterAll(async () => {
  await renderer.stop()
  await rm(folder, { recursive: true })
})

const render = async (template: string, by = renderer) => {
  await writeFile(join(folder, request.template), template)
  return by.pass(request, published)
}

/** A renderer whose process is the intruder's code, in the place and with the confinement of the real one. */
async function startIntruder(): Promise<Renderer> {
  const inPlace = join(dirname(script), `intruder-${process.pid}.cjs`)
  await writeFile(inPlace, intruder)
  onTestFinished(() => rm(inPlace))
  const started = startRenderer(folder, { time: { cpu: 25_000, wall: 100_000 }, megabytes: 64 }, inPlace)
  onTestFinished(started.stop)
  return started
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** Code in the place of the template, as if one had found a way to it. It answers with what it can do. */
const intruder = `
const attempt = (work) => { try { return String(work()).length > 0 ? 'done' : 'nothing' } catch (error) { return error.code ?? error.name } }
const fs = require('node:fs')
const tries = {
  environment: () => process.env.PADDOCK_RENDER_TEST ?? '',
  'environment of the server': () => fs.readFileSync('/proc/' + process.ppid + '/environ'),
  'file of the system': () => fs.readFileSync('/etc/passwd'),
  'file of the project': () => fs.readFileSync(${JSON.stringify(join(process.cwd(), 'package.json'))}),
  'file of the data folder': () => fs.readFileSync(process.argv[2] + '/event.yaml'),
  'write into the data folder': () => fs.writeFileSync(process.argv[2] + '/new', ''),
  'write into the working folder': () => fs.writeFileSync('new', ''),
  'files in the working folder': () => process.cwd().includes('paddock-empty') ? '' : process.cwd(),
  process: () => require('node:child_process').execSync('true'),
  thread: () => new (require('node:worker_threads').Worker)('0', { eval: true }),
  'code of a text': () => Function('return 1')(),
}
process.on('message', ({ files: { template } }) => {
  if (template === 'die') process.exit()
  const text = template === 'id' ? String(process.pid) : JSON.stringify(Object.fromEntries(Object.entries(tries).map(([name, work]) => [name, attempt(work)])))
  process.send({ kind: 'read', event: {}, list: { kind: 'parsed', changes: { create: [text], update: [], destroy: [] }, warnings: [], unterminated: [] }, files: [] })
})
process.send('ready')
`

describe('rendering in a process of its own', () => {
  test('renders the same template three times', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await render(good)).toMatchObject({
        kind: 'read',
        list: { kind: 'parsed', changes: { create: ['Joan'] } },
      })
    }
  })

  test('given a workbook and a database, then the confined process reads both', async () => {
    const database = new Database(join(folder, 'r.db'))
    database.exec("CREATE TABLE drivers (name TEXT); INSERT INTO drivers VALUES ('Ann')")
    database.close()
    await writeFile(
      join(folder, 'r.xlsx'),
      madeUpWorkbook([
        {
          name: 'R',
          rows: [
            ['Name', 'No'],
            ['Bo', '9'],
          ],
        },
      ]),
    )
    const names = '[sqlite("r.db", "SELECT name FROM drivers")[0].name, xlsx("r.xlsx")[0].Name]'
    const both = `{% for name in ${names} %}{{ { driver_name: name } | dump }}\n{% endfor %}`
    expect(await render(both)).toMatchObject({ list: { kind: 'parsed', changes: { create: ['Ann', 'Bo'] } } })
  })

  test('ends a template that loops, and renders the next one', async () => {
    const impatient = startRenderer(folder, { time: { cpu: 1000, wall: 100_000 }, megabytes: 64 }, script)
    onTestFinished(impatient.stop)
    await render(good, impatient)
    const loop = '{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}'
    expect(await render(loop, impatient)).toMatchObject({ kind: 'ended', code: 'template_timeout' })
    expect(await render(good, impatient)).toMatchObject({ kind: 'read', list: { kind: 'parsed' } })
  })

  test('ends a query of a database that never ends, and renders the next template', async () => {
    const impatient = startRenderer(folder, { time: { cpu: 1000, wall: 100_000 }, megabytes: 64 }, script)
    onTestFinished(impatient.stop)
    const database = new Database(join(folder, 'empty.db'))
    database.exec('CREATE TABLE a (b)')
    database.close()
    const endless = 'WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT count(*) AS n FROM a'
    const query = `{{ sqlite("empty.db", "${endless}") }}`
    expect(await render(query, impatient)).toMatchObject({ kind: 'ended', code: 'template_timeout' })
    expect(await render(good, impatient)).toMatchObject({ kind: 'read', list: { kind: 'parsed' } })
  })

  test('ends a process that waits without end, though it computes nothing', async () => {
    await writeFile(join(folder, 'waiting.cjs'), `process.on('message', () => {}); process.send('ready')`)
    const waiting = startRenderer(
      folder,
      { time: { cpu: 25_000, wall: 1000 }, megabytes: 64 },
      join(folder, 'waiting.cjs'),
    )
    onTestFinished(waiting.stop)
    expect(await render(good, waiting)).toMatchObject({ kind: 'ended', code: 'template_timeout' })
  })

  test('ends a template that eats memory, and renders the next one', async () => {
    await render(good)
    // One large array: a loop that appends to one takes seconds to reach the limit.
    const hungry = '{% set letters = "x".repeat(100000000).split("") %}'
    expect(await render(hungry)).toMatchObject({ kind: 'ended', code: 'template_memory' })
    expect(await render(good)).toMatchObject({ kind: 'read', list: { kind: 'parsed' } })
  })

  const ask = async (by: Renderer, template: string) => {
    const result = await by.pass({ ...request, template }, published)
    return result.kind === 'read' && result.list.kind === 'parsed' ? result.list.changes.create[0] : result
  }

  test('given code in the place of a template, then it reads the data folder and can do nothing else', async () => {
    process.env.PADDOCK_RENDER_TEST = 'secret'
    onTestFinished(() => void delete process.env.PADDOCK_RENDER_TEST)
    const facts = JSON.parse(String(await ask(await startIntruder(), 'facts')))
    const denied = 'ERR_ACCESS_DENIED'
    expect(facts).toEqual({
      ...{ environment: 'nothing', 'environment of the server': denied, 'file of the system': denied },
      ...{ 'file of the project': denied, 'file of the data folder': 'done', 'write into the data folder': denied },
      ...{ 'write into the working folder': denied, 'files in the working folder': 'nothing' },
      ...{ process: denied, thread: denied, 'code of a text': 'EvalError' },
    })
  })

  test('given a data folder behind a symbolic link, when the link changes, then the new folder is read', async () => {
    const link = `${folder}-link`
    await symlink(folder, link, 'junction')
    const linked = startRenderer(link, { time: { cpu: 25_000, wall: 100_000 }, megabytes: 64 }, script)
    onTestFinished(async () => {
      await linked.stop()
      await rm(link)
    })
    expect(await render(good, linked)).toMatchObject({ kind: 'read', list: { kind: 'parsed' } })

    const other = await mkdtemp(join(tmpdir(), 'paddock-other-'))
    onTestFinished(() => rm(other, { recursive: true }))
    await writeFile(join(other, request.template), '{{ { driver_name: "Ann" } | dump }}')
    await writeFile(join(other, 'event.yaml'), 'title: Other\n')
    await rm(link)
    await symlink(other, link, 'junction')
    await linked.pass(request, published)
    expect(await linked.pass(request, published)).toMatchObject({
      kind: 'read',
      list: { changes: { create: ['Ann'] } },
    })
  })

  test('reports a process that dies while it renders, and renders with a new one', async () => {
    const dying = await startIntruder()
    expect(await ask(dying, 'die')).toMatchObject({ kind: 'ended', code: 'render_failed' })
    expect(await ask(dying, 'facts')).toContain('environment')
  })

  test('reports a process that died between two renderings, and renders with a new one', async () => {
    const killed = await startIntruder()
    const id = Number(await ask(killed, 'id'))
    process.kill(id, 'SIGKILL')
    await until(() => !isAlive(id), 'the process is gone')
    expect(await ask(killed, 'facts')).toMatchObject({ kind: 'ended', code: 'render_failed' })
    expect(await ask(killed, 'facts')).toContain('environment')
  })

  test('given a renderer that is stopped, then no timer of it keeps the server running', async () => {
    const own = startRenderer(folder, { time: { cpu: 25_000, wall: 100_000 }, megabytes: 64 }, script)
    expect(await render(good, own)).toMatchObject({ kind: 'read' })
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
    const before = timers()
    await own.stop()
    expect(timers()).toBe(before)
  })

  test('ignores a process that reports late that it has loaded', async () => {
    const result = { kind: 'ended', code: 'template_timeout', message: 'It did not finish.' }
    const late = `process.on('message', () => ['ready', ${JSON.stringify(result)}].map((one) => process.send(one)))`
    await writeFile(join(folder, 'late.cjs'), `process.send('ready'); ${late}`)
    const slow = startRenderer(
      folder,
      { time: { cpu: 25_000, wall: 100_000 }, megabytes: 64 },
      join(folder, 'late.cjs'),
    )
    onTestFinished(slow.stop)
    expect(await render(good, slow)).toEqual(result)
  })
})
