import type { Driver } from '../../../lib/record/driver.ts'
import type { AllDrivers, UpdateDrivers } from '../../../lib/sync/protocol.ts'

/** So many records of a message are measured; the others are taken to be as long on average. */
const measuredRecords = 32
/** Everything around the records. */
const frameBytes = 500

/** Returns how many bytes a message takes as JSON, about: exactly for few records. A message is measured once. */
export function createMessageBytes(): (message: AllDrivers | UpdateDrivers) => number {
  const known = new WeakMap<object, number>()
  return (message) => {
    const bytes = known.get(message) ?? frameBytes + bytesOf(message)
    known.set(message, bytes)
    return bytes
  }
}

function bytesOf(message: AllDrivers | UpdateDrivers): number {
  if (message.action === 'all_drivers') return recordBytes(message.data.drivers)
  const { create, update, destroy } = message.data.drivers
  return recordBytes(update) + JSON.stringify([create, destroy]).length
}

function recordBytes(records: readonly Driver[]): number {
  const step = Math.max(1, Math.floor(records.length / measuredRecords))
  const measured = records.filter((_, index) => index % step === 0)
  const sum = measured.reduce((bytes, record) => bytes + Buffer.byteLength(JSON.stringify(record)) + 1, 0)
  return measured.length === 0 ? 0 : Math.round((sum / measured.length) * records.length)
}
