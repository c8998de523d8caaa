/** One process of /proc/<pid>/stat. */
export interface ProcessStat {
  readonly pid: number
  readonly parent: number
}

/** Reads /proc/<pid>/stat. The name in it can have spaces and brackets: what follows the last bracket counts. */
export function readStat(text: string): ProcessStat {
  const [, parent] = text
    .slice(text.lastIndexOf(')') + 1)
    .trim()
    .split(' ')
  return { pid: Number.parseInt(text, 10), parent: Number(parent) }
}

/** The time on a processor of one thread, from /proc/<pid>/task/<tid>/schedstat, in milliseconds. */
export function readProcessorTime(text: string): number {
  return Number(text.split(' ')[0]) / 1e6
}

/** The resident memory of a process, from /proc/<pid>/status, in bytes; 0 for a process that has ended. */
export function readResidentMemory(text: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024
}

/** The time that all processors together were busy, from /proc/stat, in milliseconds. */
export function readBusyTime(text: string): number {
  const [, ...columns] = text.split('\n', 1)[0]?.split(/\s+/) ?? []
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = columns.map(Number)
  // Hundredths of a second, on every Linux that Node runs on.
  return (user + nice + system + interrupts + softInterrupts) * 10
}

/** The script or program of a process, from /proc/<pid>/cmdline: `serve.mjs`, `render-process.js`. */
export function readScriptName(text: string): string {
  const [program = '', ...parameters] = text.split('\0').filter(Boolean)
  const script = parameters.findLast((parameter) => /\.[cm]?[jt]s$/.test(parameter) && !parameter.startsWith('-'))
  return (script ?? program).split('/').at(-1) ?? ''
}
