import { classKey } from '../../lib/scoring/class-code.ts'
import type { AllDrivers } from '../../lib/sync/protocol.ts'

/** Returns a function that gives the spelling of a class or group of a list, whatever the case of the code. */
export function classSpellings({ data }: AllDrivers): (code: string) => string | undefined {
  const codes = [
    ...data.drivers.flatMap(({ class: code = '', group = '' }) => [code, group]),
    ...(data.event?.classes ?? []).flatMap(({ code, group = '' }) => [code, group]),
  ]
  const spellings = new Map(codes.filter((code) => code !== '').map((code) => [classKey(code), code]))
  return (code) => spellings.get(classKey(code))
}
