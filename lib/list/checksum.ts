import { sha256 } from '@noble/hashes/sha2.js'
import type { Driver, Drivers } from '../record/driver.ts'
import type { Changes } from './diff.ts'

/**
 * The sum of the record hashes modulo 2^48: it does not depend on the order of the records, and a change updates it at
 * the cost of the changed records. [P10]
 */
export type Checksum = number

export const emptyChecksum: Checksum = 0

const modulus = 2 ** 48

/** The record as JSON with its attributes sorted by name: the input of its hash. */
export function canonicalJson(driver: Driver): string {
  return JSON.stringify(driver, Object.keys(driver).sort())
}

/** The first six bytes of the SHA-256 of the canonical JSON in UTF-8, as a big-endian whole number. */
export function recordHash(driver: Driver): number {
  const digest = sha256(new TextEncoder().encode(canonicalJson(driver)))
  return digest.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

/** `hashOf` is an argument, so that a caller can cache the hashes. */
export function checksumOf(drivers: Drivers, hashOf = recordHash): Checksum {
  let sum = emptyChecksum
  for (const driver of drivers.values()) sum = (sum + hashOf(driver)) % modulus
  return sum
}

/** Updates the checksum of the list `before` by its changes. It hashes the changed records only. */
export function checksumAfter(checksum: Checksum, before: Drivers, changes: Changes): Checksum {
  let sum = checksum
  const replaced = [...changes.destroy, ...changes.update.map((driver) => driver.driver_name)]
  for (const name of replaced) {
    const old = before.get(name)
    if (old) sum = (sum + modulus - recordHash(old)) % modulus
  }
  for (const driver of changes.update) sum = (sum + recordHash(driver)) % modulus
  return sum
}

/** Twelve hexadecimal digits, as in `hash` of the messages. */
export function formatChecksum(checksum: Checksum): string {
  return checksum.toString(16).padStart(12, '0')
}
