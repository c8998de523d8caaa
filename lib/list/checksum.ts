import { sha256 } from '@noble/hashes/sha2.js'
import type { Driver, Drivers } from '../record/driver.ts'
import type { Changes } from './diff.ts'

/**
 * A sum of record hashes modulo 2^48. It does not depend on the order of the records and follows changes one by one.
 * [P10]
 */
export type Checksum = number

export const emptyChecksum: Checksum = 0

const modulus = 2 ** 48

/** The record as JSON with its attributes in the order of their names: what the hash is taken of. */
export function canonicalJson(driver: Driver): string {
  return JSON.stringify(driver, Object.keys(driver).sort())
}

/** The first six bytes of the SHA-256 of the record's canonical JSON in UTF-8, as a whole number. */
export function recordHash(driver: Driver): number {
  const digest = sha256(new TextEncoder().encode(canonicalJson(driver)))
  return digest.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

/** `hashOf` may remember what it has worked out. */
export function checksumOf(drivers: Drivers, hashOf = recordHash): Checksum {
  let sum = emptyChecksum
  for (const driver of drivers.values()) sum = (sum + hashOf(driver)) % modulus
  return sum
}

/**
 * The checksum after the changes, from the one before: costs the changed records only. `before` is the list before
 * them.
 */
export function checksumAfter(checksum: Checksum, before: Drivers, changes: Changes): Checksum {
  let sum = checksum
  const leaving = [...changes.destroy, ...changes.update.map((driver) => driver.driver_name)]
  for (const name of leaving) {
    const old = before.get(name)
    if (old) sum = (sum + modulus - recordHash(old)) % modulus
  }
  for (const driver of changes.update) sum = (sum + recordHash(driver)) % modulus
  return sum
}

/** Twelve hexadecimal digits, as `hash` in the messages. */
export function formatChecksum(checksum: Checksum): string {
  return checksum.toString(16).padStart(12, '0')
}
