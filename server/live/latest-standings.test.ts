import { expect, test } from 'vitest'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { eventSchema } from '../../lib/record/event.ts'
import type { LogState } from '../log/revision-log.ts'
import { createLatestStandings } from './latest-standings.ts'

const stateOf = (version: number, drivers: readonly Driver[], event?: LogState['event']): LogState => ({
  ...{ log: 'log', version, at: 0, sourceAt: undefined, checksum: 0n as never },
  ...{ drivers: byName(drivers), event },
})

test('the latest standings are derived from the current state, once until the state changes', () => {
  const event = eventSchema.parse({ title: 'Test' })
  let state = stateOf(1, [{ driver_name: 'Ann', runs: ['40.0'] }])
  const latest = createLatestStandings({ current: () => state })
  const first = latest()
  expect(first.raw.map(({ total }) => total)).toEqual([40_000])
  expect(latest()).toBe(first)
  state = stateOf(2, [{ driver_name: 'Ann', runs: ['39.0'] }], event)
  expect(latest().raw.map(({ total }) => total)).toEqual([39_000])
  expect(latest().event).toBe(event)
})
