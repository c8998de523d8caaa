import { type CpuTime, cpuTimeOf } from './cpu-time.ts'

/** Milliseconds. */
export interface TimeLimits {
  /** What the template may compute. Where the system does not tell, the clock counts. */
  readonly cpu: number
  /** However long the machine lets it wait. */
  readonly wall: number
}

/** How often the time is looked at, ms. */
const interval = 200

/**
 * Calls `onLimit`, once, when a process has used up its time from now on. Returns how to stop. A busy machine is no
 * template's fault: the time of the processors counts, and the clock only for a process that waits without end.
 */
export function limitTime(
  processId: number | undefined,
  limits: TimeLimits,
  onLimit: () => void,
  cpuTime: CpuTime = cpuTimeOf,
): () => void {
  const began = performance.now()
  const before = processId === undefined ? undefined : cpuTime(processId)
  const timer = setInterval(() => {
    const waited = performance.now() - began
    const now = processId === undefined ? undefined : cpuTime(processId)
    const used = before === undefined || now === undefined ? waited : now - before
    if (used < limits.cpu && waited < limits.wall) return
    clearInterval(timer)
    onLimit()
  }, interval)
  return () => clearInterval(timer)
}
