import { readdirSync, readFileSync } from 'node:fs'
import { readBusyTime, readProcessorTime, readResidentMemory, readScriptName, readStat } from './proc-files.ts'

/** A process of a tree: its time on processors so far in ms, and its memory in bytes. */
export interface TreeProcess {
  readonly pid: number
  readonly name: string
  readonly cpu: number
  readonly rss: number
}

/** The process and all that it started, and those started, as Linux shows them now. */
export function readTree(root: number): readonly TreeProcess[] {
  const stats = numbersIn('/proc').flatMap((pid) => {
    const text = read(`/proc/${pid}/stat`)
    return text === '' ? [] : [readStat(text)]
  })
  const pids = [root]
  for (const pid of pids) pids.push(...stats.filter(({ parent }) => parent === pid).map((child) => child.pid))
  return pids.map((pid) => ({
    pid,
    name: readScriptName(read(`/proc/${pid}/cmdline`)),
    cpu: threadsOf(pid).reduce((sum, path) => sum + readProcessorTime(read(`${path}/schedstat`) || '0'), 0),
    rss: readResidentMemory(read(`/proc/${pid}/status`)),
  }))
}

/** The time on processors between two readings of a tree, in ms. What started in between counts, too. */
export function cpuBetween(before: readonly TreeProcess[], after: readonly TreeProcess[]): number {
  const known = new Map(before.map(({ pid, cpu }) => [pid, cpu]))
  return after.reduce((sum, { pid, cpu }) => sum + cpu - (known.get(pid) ?? 0), 0)
}

export function residentMemory(tree: readonly TreeProcess[]): number {
  return tree.reduce((sum, { rss }) => sum + rss, 0)
}

/** The time that all processors of this machine together were busy since it started, in ms. */
export function machineBusyTime(): number {
  return readBusyTime(read('/proc/stat'))
}

/** Why nothing can be measured here; undefined when it can. */
export function measuringProblem(platform: NodeJS.Platform = process.platform): string | undefined {
  if (platform !== 'linux') return `The processor time of a server is read from /proc, which only Linux has.`
  const [own = ''] = threadsOf(process.pid)
  if (readProcessorTime(read(`${own}/schedstat`) || '0') > 0) return undefined
  return 'This Linux has no /proc/<pid>/schedstat, from which processor time is read (CONFIG_SCHED_INFO).'
}

function threadsOf(pid: number): string[] {
  return numbersIn(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`)
}

function numbersIn(folder: string): number[] {
  return namesIn(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // It ended meanwhile.
    return []
  }
}

/** Empty for a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
