import { expect, test } from 'vitest'
import { connectionLimits, openFileLimit } from './connection-settings.ts'

const settings = (maximumConnections: number, maximumConnectionsPerAddress?: number) => ({
  maximumConnections,
  maximumConnectionsPerAddress,
})

test('given room for all, then one address may have three quarters, and a tenth is left for pages', () => {
  expect(connectionLimits(settings(10_000), 1_048_576)).toEqual({
    connections: { total: 10_000, perAddress: 7500 },
    sessions: { total: 9000, perAddress: 6750 },
  })
})

test.each([
  [1024, 896],
  [4096, 3968],
  [200, 100],
])('given a limit of %i open files, then there are %i connections', (openFiles, total) => {
  expect(connectionLimits(settings(10_000), openFiles).connections.total).toBe(total)
})

test('given no limit on open files, as on Windows, then the setting holds', () => {
  expect(connectionLimits(settings(10_000), undefined).connections.total).toBe(10_000)
})

test('given a limit for an address, then it holds as far as there are connections', () => {
  expect(connectionLimits(settings(100, 20), undefined)).toEqual({
    connections: { total: 100, perAddress: 20 },
    sessions: { total: 84, perAddress: 10 },
  })
  expect(connectionLimits(settings(100, 1000), undefined).connections.perAddress).toBe(100)
})

test.skipIf(process.platform === 'win32')('the limit on open files of this process is known', () => {
  expect(openFileLimit() ?? Number.POSITIVE_INFINITY).toBeGreaterThan(100)
})
