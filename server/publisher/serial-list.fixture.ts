import type { Drivers } from '../../lib/record/driver.ts'

/** The number of drivers of a list, unless given. */
export const usualCount = 20

/**
 * A list with its serial in every run, so that a mixture of two saves is recognized. New drivers come in the first
 * lines, and a line ends with a time: any cut removes a known driver or the end of a time.
 */
export function serialList(serial: number, count = usualCount): string {
  const lines = Array.from({ length: count }, (_, index) => {
    return `SS\t${index + 1}\tNumber${index}\tDriver\t${runOf(serial, index)}\n`
  })
  return `Class\tNumber\tFirst Name\tLast Name\tRun 1\n${lines.reverse().join('')}`
}

/** The serial of the save that the drivers are, whole and unmixed; else undefined. */
export function serialOf(drivers: Drivers): number | undefined {
  const runs = Array.from({ length: drivers.size }, (_, index) => drivers.get(`Number${index} Driver`)?.runs?.flat())
  const serial = Number(runs[0]?.[0]?.split('.')[1])
  return runs.every((run, index) => run?.length === 1 && run[0] === runOf(serial, index)) ? serial : undefined
}

function runOf(serial: number, index: number): string {
  return `${40 + index}.${String(serial).padStart(3, '0')}`
}
