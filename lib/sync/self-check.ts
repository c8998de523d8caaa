import { type Checksum, checksumOf, recordHash } from '../list/checksum.ts'
import type { Driver, Drivers } from '../record/driver.ts'

export interface SelfCheck {
  /** The checksum of the list; undefined when the time is over before the end: the next call continues there. */
  checksum(drivers: Drivers, isTimeOver: () => boolean): Checksum | undefined
  /** Drops all cached hashes, so that a record that was mutated in place is noticed too. */
  forget(): void
}

interface Hashed {
  readonly driver: Driver
  readonly hash: number
}

/**
 * Computes the checksum of a replica a few records at a time, to leave a phone's processor to the page. Unchanged
 * records keep their identity, so that a new version costs its changed records only. [P10]
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
