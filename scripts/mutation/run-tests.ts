import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packageBin } from '../package-bin.mjs'
import { readReport, type TestName, type TestRun } from './test-report.ts'

export interface TestChoice {
  /** Parts of the paths of test files. */
  readonly files: readonly string[]
  /** Only this test in them. */
  readonly only?: TestName
  /** Milliseconds. */
  readonly timeLimit: number
}

/** Runs tests in a copy of the tree, until the first one fails. What they started ends with them; the signal ends them early. */
export async function runTests(
  folder: string,
  { files, only, timeLimit }: TestChoice,
  signal: AbortSignal,
): Promise<TestRun> {
  const report = join(folder, 'mutation-report.json')
  await rm(report, { force: true })
  const parameters = [
    ...['run', '--bail=1', '--no-cache', '--no-color'],
    ...['--reporter=json', `--outputFile=${report}`],
    ...(only ? ['--testNamePattern', `^${escaped(only.titles.join(' '))}$`] : []),
    ...files,
  ]
  // A group of its own, so that processes which tests have started can be ended with it.
  const child = spawn(process.execPath, [packageBin(folder, 'vitest'), ...parameters], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const ended = await outcome(child, timeLimit, signal)
  kill(child)
  if (signal.aborted) throw signal.reason
  if (ended === 'too_late') return { kind: 'did_not_end' }
  const json = await readFile(report, 'utf8').catch(() => undefined)
  return readReport(json, folder, output)
}

function outcome(child: ChildProcess, timeLimit: number, signal: AbortSignal): Promise<'ended' | 'too_late'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end('too_late'), timeLimit)
    const stop = () => end('ended')
    const end = (how: 'ended' | 'too_late') => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve(how)
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    child.once('error', reject)
    child.once('exit', stop)
  })
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // Nobody of the group is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
