import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checksumOf, formatChecksum } from '../list/checksum.ts'
import { byName, type Driver } from '../record/driver.ts'
import { emptyReplica, type Replica } from '../sync/replica.ts'
import { type IdleSelfCheck, startIdleSelfCheck } from './idle-self-check.ts'

const drivers = (count: number): Driver[] =>
  Array.from({ length: count }, (_, index) => ({ driver_name: `Driver ${index}`, runs: ['40.434'] }))

/** A copy with the hash that the server gave for another list, or for its own. */
function replicaOf(list: readonly Driver[], of: readonly Driver[] = list): Replica {
  return {
    ...emptyReplica,
    log: 'this',
    version: 5,
    drivers: byName(list),
    hash: formatChecksum(checksumOf(byName(of))),
  }
}

const minute = 60_000
let current: Replica
let told: Replica[]
let check: IdleSelfCheck

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  told = []
  check = startIdleSelfCheck(
    () => current,
    (replica) => told.push(replica),
  )
})

afterEach(() => {
  check.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function becomes(replica: Replica): void {
  current = replica
  check.changed()
}

describe('[P10] in idle time', () => {
  test('a copy that is right is nothing to tell, and one that is wrong is told of once', () => {
    becomes(replicaOf(drivers(3)))
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([])
    const wrong = replicaOf(drivers(3), drivers(2))
    becomes(wrong)
    vi.advanceTimersByTime(minute)
    check.changed()
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([wrong])
  })

  test('a copy that is being replaced, and one whose hash nobody said, are nothing to look at', () => {
    for (const more of [{ version: 0 }, { hash: undefined }]) {
      becomes({ ...replicaOf(drivers(3), drivers(2)), ...more })
      vi.advanceTimersByTime(minute)
    }
    expect(told).toEqual([])
  })

  test('a list that takes long is looked at bit by bit, to its end', () => {
    let clock = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 3))
    const wrong = replicaOf(drivers(50), drivers(49))
    becomes(wrong)
    vi.advanceTimersByTime(1700)
    expect(told).toEqual([])
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([wrong])
  })

  test('a record that was changed in its place is noticed with the next version after a minute', () => {
    const [first, ...others] = drivers(3)
    if (!first) throw new Error('there are three')
    const right = replicaOf([{ ...first }, ...others])
    becomes(replicaOf([first, ...others]))
    vi.advanceTimersByTime(minute / 2)
    Object.assign(first, { runs: ['1.000'] })
    vi.advanceTimersByTime(minute)
    const next = { ...right, version: 6, drivers: byName([first, ...others]) }
    becomes(next)
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([next])
  })

  test('nothing is looked at after the end', () => {
    becomes(replicaOf(drivers(3), drivers(2)))
    check.stop()
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([])
  })
})
