import type { Drivers } from '../../lib/record/driver.ts'

/** How many drivers a list has unless told otherwise. */
export const usualCount = 20

/**
 * A list that tells which save it came with, in every run: a mixture of two saves is neither. A line ends with a time,
 * and new drivers stand first, so that whatever is cut off at the end is somebody, or the end of a time.
 */
export function serialList(serial: number, count = usualCount): string {
  const lines = Array.from({ length: count }, (_, index) => {
    return `SS\t${index + 1}\tNumber${index}\tDriver\t${runOf(serial, index)}\n`
  })
  return `Class\tNumber\tFirst Name\tLast Name\tRun 1\n${lines.reverse().join('')}`
}

/** Which save the drivers are, whole and unmixed; undefined when they are none. */
export function serialOf(drivers: Drivers): number | undefined {
  const runs = Array.from({ length: drivers.size }, (_, index) => drivers.get(`Number${index} Driver`)?.runs?.flat())
  const serial = Number(runs[0]?.[0]?.split('.')[1])
  return runs.every((run, index) => run?.length === 1 && run[0] === runOf(serial, index)) ? serial : undefined
}

function runOf(serial: number, index: number): string {
  return `${40 + index}.${String(serial).padStart(3, '0')}`
}
