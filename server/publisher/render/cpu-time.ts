import { readFileSync } from 'node:fs'

/** A tick of the counters in /proc, in milliseconds: Linux counts them in hundredths of a second. */
const tick = 10

/** Reads the time that a process has had of the processors, in ms; undefined where the system does not tell. */
export type CpuTime = (processId: number) => number | undefined

/** On Linux, of the process and its threads. */
export const cpuTimeOf: CpuTime = (processId) => {
  try {
    return cpuTimeIn(readFileSync(`/proc/${processId}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/** User and system time in the text of /proc/PID/stat, in ms. */
export function cpuTimeIn(stat: string): number | undefined {
  // The name of the program, in brackets, may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = fields.slice(11, 13)
  const ticks = Number(user) + Number(system)
  return Number.isFinite(ticks) ? ticks * tick : undefined
}
