import { expect, test } from 'vitest'
import { arePackagesInstalled } from './installed-packages.mjs'

const machine = { platform: 'linux', arch: 'x64' }
const linuxOnly = { integrity: 'l', optional: true, os: ['linux'], cpu: ['x64'] }
const macOnly = { integrity: 'm', optional: true, os: ['darwin'] }
const manifest = { dependencies: { next: '16.4.5' }, devDependencies: { vitest: '4.1.12' } }
const next = { 'node_modules/next': { integrity: 'n' } }
const vitest = { 'node_modules/vitest': { integrity: 'v', dev: true } }
const swc = { 'node_modules/swc-linux': linuxOnly }
const lock = { packages: { '': manifest, ...next, ...vitest, ...swc, 'node_modules/swc-mac': macOnly } }

const isInstalled = (packages: object, more: object = {}) =>
  arePackagesInstalled({ manifest, lock, installed: { packages }, ...more }, machine)

test('packages are installed when all of the lock are there but those for other systems', () => {
  expect(isInstalled({ ...next, ...vitest, ...swc })).toBe(true)
})

test.each([
  ['a package is missing', { ...next, ...swc }],
  ['a package has a different version', { ...next, ...swc, 'node_modules/vitest': { integrity: 'older' } }],
  ['a package is no longer in the lock', { ...next, ...vitest, ...swc, 'node_modules/left-pad': { integrity: 'p' } }],
  ['the folder was copied from a different system', { ...next, ...vitest, 'node_modules/swc-mac': macOnly }],
])('packages are not installed when %s', (_, packages) => {
  expect(isInstalled(packages)).toBe(false)
})

test('packages are not installed when package.json names one that the lock lacks', () => {
  const newer = { ...manifest, dependencies: { next: '16.4.5', yaml: '2.9.1' } }
  expect(isInstalled({ ...next, ...vitest, ...swc }, { manifest: newer })).toBe(false)
})

test('a package that excludes a system is accepted on every other system', () => {
  const notWindows = { 'node_modules/fork': { integrity: 'f', os: ['!win32'] } }
  const files = { manifest: {}, lock: { packages: { '': {}, ...notWindows } }, installed: { packages: notWindows } }
  expect(arePackagesInstalled(files, machine)).toBe(true)
  expect(arePackagesInstalled(files, { platform: 'win32', arch: 'x64' })).toBe(false)
})
