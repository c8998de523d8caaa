import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { lanAddresses, publicAddress } from './public-address.ts'

const address = (text: string, more: object = {}): NetworkInterfaceInfo =>
  ({ address: text, family: 'IPv4', internal: false, ...more }) as NetworkInterfaceInfo

const interfaces = {
  lo: [address('127.0.0.1', { internal: true })],
  docker0: [address('172.17.0.1')],
  eth0: [address('fe80::1', { family: 'IPv6' }), address('192.168.1.20')],
  none: undefined,
}

test('the addresses in networks are those of IPv4, and virtual networks come last', () => {
  expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '172.17.0.1'])
})

test.each([
  ['PUBLIC_ORIGIN when it is set', { publicOrigin: 'https://live.example', host: '127.0.0.1' }, 'https://live.example'],
  ['the first network address when all are served', { host: '0.0.0.0' }, 'http://192.168.1.20:3000'],
  ['HOST when one address is served', { host: '10.0.0.7' }, 'http://10.0.0.7:3000'],
  ['HOST in brackets when it is of IPv6', { host: 'fd00::7' }, 'http://[fd00::7]:3000'],
  ['unknown when only this machine is served', { host: '127.0.0.1' }, undefined],
])('the public address is %s', (_, config, expected) => {
  expect(publicAddress({ publicOrigin: undefined, ...config }, 3000, interfaces)).toBe(expected)
})

test('the public address is unknown when the machine is in no network', () => {
  expect(publicAddress({ publicOrigin: undefined, host: '0.0.0.0' }, 3000, { lo: interfaces.lo })).toBeUndefined()
})
