import { type Checksum, checksumOf, recordHash } from './checksum.ts'
import type { Driver, Drivers } from './driver.ts'

export interface SelfCheck {
  /** The list's checksum; undefined when time was over first: the next call goes on from there. */
  checksum(drivers: Drivers, isTimeOver: () => boolean): Checksum | undefined
  /** Forgets what was worked out, so that a record that was changed in its place is noticed too. */
  forget(): void
}

/**
 * Takes a copy's own checksum a few records at a time, on a phone that has other things to do. Records that did not change keep
 * their identity, so that a list which moves on in between costs its changed records only. [P10]
 */
export function createSelfCheck(): SelfCheck {
  let hashes = new WeakMap<Driver, number>()

  function hashOf(driver: Driver): number {
    const hash = hashes.get(driver) ?? recordHash(driver)
    hashes.set(driver, hash)
    return hash
  }

  return {
    checksum(drivers, isTimeOver) {
      for (const driver of drivers.values()) {
        if (hashes.has(driver)) continue
        hashOf(driver)
        if (isTimeOver()) return undefined
      }
      return checksumOf(drivers, hashOf)
    },
    forget() {
      hashes = new WeakMap()
    },
  }
}
