/** Where the process of the pages says what it uses; no page can have this path. */
export const usagePath = '/_paddock/usage'

/** Resident memory in bytes, and CPU time since the start of the process in seconds. */
export interface ProcessUsage {
  readonly memory: number
  readonly cpu: number
}

export function usageOfThisProcess(): ProcessUsage {
  const { user, system } = process.cpuUsage()
  return { memory: process.memoryUsage.rss(), cpu: (user + system) / 1e6 }
}
