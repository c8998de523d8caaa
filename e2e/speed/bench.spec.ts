import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { temporaryPath } from '../fixtures/temporary-path.ts'

// Whether the bench works, in a moment of each section; how fast anything is belongs to nobody's test.

// It starts two servers and four processes one after another; a busy machine is no broken bench.
test.setTimeout(180_000)
test.skip(process.platform !== 'linux', 'The bench reads processor time from /proc.')

const repository = fileURLToPath(new URL('../..', import.meta.url))
const root = temporaryPath()

test.beforeAll(() => void mkdirSync(root))
test.afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Run {
  readonly child: ChildProcess
  readonly output: () => string
  readonly ended: Promise<unknown>
}

function startBench(parameters: readonly string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/bench.ts', '--short', ...parameters], {
    cwd: repository,
    env: { ...process.env, TMPDIR: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return { child, output: () => output, ended: once(child, 'close').then(([code]) => code) }
}

/** The processes with this run's folder in their environment. */
function processesOfRun(): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, 'utf8').includes(`TMPDIR=${root}`)
    } catch {
      return false
    }
  })
}

const foldersOfRun = () => readdirSync(root).filter((name) => name.startsWith('paddock-bench-'))

test('given a few clients, when the bench runs every section, then no list is wrong and each section has its figures', async () => {
  const file = join(root, 'figures.json')
  const { output, ended } = startBench(['--servers', 'none', '--json', file])
  expect(await ended, output()).toBe(0)
  const { scenes, pages, saves, settings } = JSON.parse(readFileSync(file, 'utf8'))
  expect(scenes.map(({ subject }: { subject: string }) => subject)).toEqual(['Paddock', 'raw ws'])
  for (const { fanOut, connect, memory, storm, slow } of scenes) {
    expect(fanOut.map(({ clients }: { clients: number }) => clients)).toEqual([2, 8])
    for (const { cpu, fromAppend, bytes, clients, revisions } of fanOut) {
      expect([cpu > 0, bytes > 0, fromAppend.p99 > 0]).toEqual([true, true, true])
      expect(fromAppend.count).toBe(clients * revisions)
    }
    expect([connect.clients, memory.clients, storm.clients, slow.paused]).toEqual([6, 8, 8, 2])
  }
  expect(scenes[0].fanOut[0].fromSave.count).toBe(4)
  expect(pages.map(({ kind }: { kind: string }) => kind)).toEqual(['page', 'not modified'])
  expect(saves.map(({ paddock }: { paddock: { lost: number } }) => paddock.lost)).toEqual([0, 0, 0])
  expect(Object.keys(settings)).toContain('MAX_CONNECTIONS_PER_ADDRESS')
  expect(output()).toContain('| Paddock')
  expect([processesOfRun(), foldersOfRun()]).toEqual([[], []])
})

test('given a bench whose server is running, when it is interrupted, then nothing that it started is left', async () => {
  const { child, output, ended } = startBench(['storms', '--servers', 'none'])
  // The bench, its load, the process of npm start and the server itself.
  await expect.poll(() => processesOfRun().length).toBeGreaterThan(3)
  child.kill('SIGINT')
  expect(await ended, output()).toBe(130)
  await expect.poll(processesOfRun).toEqual([])
  expect(foldersOfRun()).toEqual([])
})
