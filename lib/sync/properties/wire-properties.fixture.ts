import assert from 'node:assert/strict'
import fc from 'fast-check'
import { diffDrivers } from '../../list/diff.ts'
import { byName } from '../../record/driver.ts'
import { allDriversSchema, updateDriversSchema, versionCheckSchema } from '../protocol.ts'
import { pick, twoLists } from './lists.fixture.ts'
import { changes, hashOf, logCalled, overTheWire, whole } from './logs.fixture.ts'
import { type Property, property } from './property.fixture.ts'
import { assertSameList, textOf } from './same-list.fixture.ts'

const versions = logCalled('first')
const anyVersion = fc.constantFrom(1, 7, 2 ** 31, Number.MAX_SAFE_INTEGER)

/** Messages are equal after JSON and the schemas of lib/sync/protocol.ts. */
export const wireProperties: readonly Property[] = [
  property(
    ['P10'],
    'a received whole list is equal to the sent one, and has the hash of its message',
    fc.property(versions, (versions) => {
      for (const version of versions) {
        const { data } = whole(version)
        assertSameList(byName(data.drivers), version.drivers)
        assert.equal(data.drivers.length, version.drivers.size)
        assert.equal(data.hash, hashOf(version.drivers))
        assert.equal(hashOf(byName(data.drivers)), data.hash)
        assert.deepEqual([data.version, data.log, data.source_at], [version.version, version.log, version.sourceAt])
        assert.deepEqual(data.event, version.event)
      }
    }),
  ),
  property(
    ['P10'],
    'received changes are equal to the sent ones, with their versions and hash',
    fc.property(twoLists, anyVersion, ([before, after], version) => {
      const { create, update, destroy } = diffDrivers(before, after)
      const drivers = { create: [...create], update: [...update], destroy: [...destroy] }
      const { data } = overTheWire(updateDriversSchema, {
        source: 'server',
        action: 'update_drivers',
        data: { version, from: version, drivers, hash: hashOf(after) },
      })
      assert.deepEqual([data.drivers.create, data.drivers.destroy], [create, destroy])
      assert.deepEqual(data.drivers.update.map(textOf), update.map(textOf))
      assert.deepEqual([data.version, data.from, data.hash], [version, version, hashOf(after)])
      assert.equal(hashOf(byName(data.drivers.update)), hashOf(byName(update)))
    }),
  ),
  property(
    [],
    'a received message is equal after a second transfer, and a check keeps version and log',
    fc.property(versions, (versions) => {
      const { log = '', version } = pick(versions, 0)
      const all = whole(pick(versions, versions.length - 1))
      assert.deepEqual(overTheWire(allDriversSchema, all), all)
      const update = changes(versions, true)
      assert.deepEqual(overTheWire(updateDriversSchema, update), update)
      const data = { version, log, catch_up: true }
      const check = overTheWire(versionCheckSchema, { source: 'browser', action: 'version_check', data })
      assert.deepEqual(check.data, data)
    }),
  ),
]
