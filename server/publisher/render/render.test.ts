import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type CompiledProcesses, compileProcesses } from '../compiled-processes.fixture.ts'
import { until } from '../publisher.fixture.ts'
import { type Renderer, startRenderer } from './render.ts'

const request = { template: 'drivers.jsonl.njk', event: 'event.yaml' }
const good = '{{ { driver_name: "Joan" } | dump }}'

let folder: string
let compiled: CompiledProcesses
/** One for all tests: each leaves it able to render, and a start takes longer than a test. */
let renderer: Renderer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-render-'))
  await writeFile(join(folder, 'event.yaml'), 'title: Test\n')
  compiled = await compileProcesses()
  renderer = startRenderer(folder, { milliseconds: 25_000, megabytes: 64 }, compiled.rendering)
}, 120_000)

afterAll(async () => {
  await renderer.stop()
  await compiled.remove()
  await rm(folder, { recursive: true })
})

const render = async (template: string, by = renderer) => {
  await writeFile(join(folder, request.template), template)
  return by.render(request)
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** An expression by which a malicious template runs code outside its sandbox. */
const outside = (code: string) => `"".constructor.constructor(${JSON.stringify(`return ${code}`)})()`

describe('rendering in a process of its own', { timeout: 300_000 }, () => {
  test('renders the same template three times', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await render(good)).toMatchObject({
        kind: 'read',
        list: { kind: 'rendered', text: '{"driver_name":"Joan"}' },
      })
    }
  })

  test('ends a template that loops, and renders the next one', async () => {
    const impatient = startRenderer(folder, { milliseconds: 1000, megabytes: 64 }, compiled.rendering)
    onTestFinished(impatient.stop)
    await render(good, impatient)
    const loop = '{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}'
    expect(await render(loop, impatient)).toMatchObject({ kind: 'ended', code: 'template_timeout' })
    expect(await render(good, impatient)).toMatchObject({ kind: 'read', list: { kind: 'rendered' } })
  })

  test('ends a template that eats memory, and renders the next one', async () => {
    await render(good)
    // One large array: a loop that appends to one takes seconds to reach the limit.
    const hungry = '{% set letters = "x".repeat(100000000).split("") %}'
    expect(await render(hungry)).toMatchObject({ kind: 'ended', code: 'template_memory' })
    expect(await render(good)).toMatchObject({ kind: 'read', list: { kind: 'rendered' } })
  })

  test('hides the environment of the server from a template', async () => {
    process.env.PADDOCK_RENDER_TEST = 'secret'
    onTestFinished(() => void delete process.env.PADDOCK_RENDER_TEST)
    const found = await render(`{{ ${outside('process.env.PADDOCK_RENDER_TEST || "nothing"')} }}`)
    expect(found).toMatchObject({ list: { kind: 'rendered', text: 'nothing' } })
  })

  test('reports a process that dies while it renders, and renders with a new one', async () => {
    const dying = await render(`{{ ${outside('process.exit()')} }}`)
    expect(dying).toMatchObject({ kind: 'ended', code: 'render_failed' })
    expect(await render(good)).toMatchObject({ kind: 'read', list: { kind: 'rendered' } })
  })

  test('reports a process that died between two renderings, and renders with a new one', async () => {
    const result = await render(`{{ ${outside('process.pid')} }}`)
    const id = Number(result.kind === 'read' && result.list.kind === 'rendered' && result.list.text)
    process.kill(id, 'SIGKILL')
    await until(() => !isAlive(id), 'the process is gone')
    expect(await render(good)).toMatchObject({ kind: 'ended', code: 'render_failed' })
    expect(await render(good)).toMatchObject({ kind: 'read', list: { kind: 'rendered' } })
  })

  test('ignores a process that reports late that it has loaded', async () => {
    const result = { kind: 'ended', code: 'template_timeout', message: 'It did not finish.' }
    const late = `process.on('message', () => ['ready', ${JSON.stringify(result)}].map((one) => process.send(one)))`
    await writeFile(join(folder, 'late.cjs'), `process.send('ready'); ${late}`)
    const slow = startRenderer(folder, { milliseconds: 25_000, megabytes: 64 }, join(folder, 'late.cjs'))
    onTestFinished(slow.stop)
    expect(await render(good, slow)).toEqual(result)
  })
})
