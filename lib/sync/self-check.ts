import { type Checksum, checksumOf, recordHash } from '../list/checksum.ts'
import type { Driver, Drivers } from '../record/driver.ts'

export interface SelfCheck {
  /** The list's checksum; undefined when the time was over first: the next call continues from there. */
  checksum(drivers: Drivers, isTimeOver: () => boolean): Checksum | undefined
  /** Forgets all hashes, so that a record that was changed in place is noticed too. */
  forget(): void
}

interface Hashed {
  readonly driver: Driver
  readonly hash: number
}

/**
 * Takes a copy's own checksum a few records at a time, on a phone that has other things to do. Records that did not
 * change keep their identity, so that a list that changes in between costs its changed records only. [P10]
 */
export function createSelfCheck(): SelfCheck {
  const hashes = new Map<string, Hashed>()

  function hashOf(driver: Driver): number {
    const known = hashes.get(driver.driver_name)
    if (known?.driver === driver) return known.hash
    const hash = recordHash(driver)
    hashes.set(driver.driver_name, { driver, hash })
    return hash
  }

  return {
    checksum(drivers, isTimeOver) {
      for (const driver of drivers.values()) {
        if (hashes.get(driver.driver_name)?.driver === driver) continue
        hashOf(driver)
        if (isTimeOver()) return undefined
      }
      for (const name of hashes.keys()) if (!drivers.has(name)) hashes.delete(name)
      return checksumOf(drivers, hashOf)
    },
    forget() {
      hashes.clear()
    },
  }
}
