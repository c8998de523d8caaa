import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checksumOf, formatChecksum } from '../list/checksum.ts'
import { byName, type Driver } from '../record/driver.ts'
import { emptyReplica, type Replica } from '../sync/replica.ts'
import { type IdleSelfCheck, startIdleSelfCheck } from './idle-self-check.ts'

const drivers = (count: number): Driver[] =>
  Array.from({ length: count }, (_, index) => ({ driver_name: `Driver ${index}`, runs: ['40.434'] }))

/** A replica whose checksum is that of the list `of`, by default its own list. */
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
let reported: Replica[]
let check: IdleSelfCheck

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  reported = []
  check = startIdleSelfCheck(
    () => current,
    (replica) => reported.push(replica),
  )
})

afterEach(() => {
  check.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function setReplica(replica: Replica): void {
  current = replica
  check.changed()
}

describe('[P10] the idle self-check', () => {
  test('reports a wrong replica once, and never a correct one', () => {
    setReplica(replicaOf(drivers(3)))
    vi.advanceTimersByTime(minute)
    expect(reported).toEqual([])
    const wrong = replicaOf(drivers(3), drivers(2))
    setReplica(wrong)
    vi.advanceTimersByTime(minute)
    check.changed()
    vi.advanceTimersByTime(minute)
    expect(reported).toEqual([wrong])
  })

  test('skips a replica without a version or without a checksum from the server', () => {
    for (const more of [{ version: 0 }, { hash: undefined }]) {
      setReplica({ ...replicaOf(drivers(3), drivers(2)), ...more })
      vi.advanceTimersByTime(minute)
    }
    expect(reported).toEqual([])
  })

  test('checks a long list in several parts, to its end', () => {
    let clock = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 3))
    const wrong = replicaOf(drivers(50), drivers(49))
    setReplica(wrong)
    vi.advanceTimersByTime(1700)
    expect(reported).toEqual([])
    vi.advanceTimersByTime(minute)
    expect(reported).toEqual([wrong])
  })

  test('notices a record that was mutated in place with the first version after a minute', () => {
    const [first, ...others] = drivers(3)
    if (!first) throw new Error('three drivers expected')
    const right = replicaOf([{ ...first }, ...others])
    setReplica(replicaOf([first, ...others]))
    vi.advanceTimersByTime(minute / 2)
    Object.assign(first, { runs: ['1.000'] })
    vi.advanceTimersByTime(minute)
    const next = { ...right, version: 6, drivers: byName([first, ...others]) }
    setReplica(next)
    vi.advanceTimersByTime(minute)
    expect(reported).toEqual([next])
  })

  test('checks nothing after stop()', () => {
    setReplica(replicaOf(drivers(3), drivers(2)))
    check.stop()
    vi.advanceTimersByTime(minute)
    expect(reported).toEqual([])
  })
})
