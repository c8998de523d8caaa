import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FuzzOutcome } from './fuzz-file.ts'

export interface FuzzRun {
  readonly seed: number
  /** The number of the first file, and how many there are. */
  readonly first: number
  readonly files: number
}

interface FuzzFault {
  readonly number: number
  readonly outcome: Pick<FuzzOutcome, 'what' | 'fault'> & { readonly kind: FuzzOutcome['kind'] | 'hang' }
}

export interface FuzzResult {
  readonly read: number
  readonly refused: number
  readonly faults: readonly FuzzFault[]
  /** What one file took at most, ms. */
  readonly slowest: number
}

/** A rendering is ended after 5 s of a processor; a busy machine may need more of the clock. */
const hangLimit = 30_000

/** Damages and reads files in a process of its own, which is ended and started again behind a file that hangs. */
export async function runFuzz(run: FuzzRun, progress: (done: number) => void): Promise<FuzzResult> {
  const total = { read: 0, refused: 0, slowest: 0 }
  const faults: FuzzFault[] = []
  const end = run.first + run.files
  let next = run.first
  while (next < end) {
    const reached = await part({ ...run, first: next, files: end - next }, ({ number, outcome, ms }) => {
      total.slowest = Math.max(total.slowest, ms)
      if (outcome.kind === 'read' || outcome.kind === 'refused') total[outcome.kind] += 1
      else faults.push({ number, outcome })
      progress(number + 1 - run.first)
    })
    if (reached < end) faults.push({ number: reached, outcome: { kind: 'hang', what: 'the process hung or ended' } })
    next = reached + (reached < end ? 1 : 0)
  }
  return { ...total, faults }
}

interface Report {
  readonly number: number
  readonly outcome: FuzzOutcome
  readonly ms: number
}

/** Resolves with the number of the first file that was not reported. */
function part({ seed, first, files }: FuzzRun, report: (message: Report) => void): Promise<number> {
  const script = fileURLToPath(new URL('fuzz-process.ts', import.meta.url))
  const options = { execArgv: ['--import', import.meta.resolve('tsx')], silent: true }
  const child = fork(script, [seed, first, files].map(String), options)
  let next = first
  let timer = setTimeout(() => child.kill('SIGKILL'), hangLimit)
  child.on('message', (message: Report) => {
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), hangLimit)
    next = message.number + 1
    report(message)
  })
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(next)
    })
  })
}
