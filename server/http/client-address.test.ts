import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createClientAddresses, parseTrustedProxies } from './client-address.ts'

const addressesFor = (text: string) => {
  const trusted = parseTrustedProxies(text)
  if (!trusted) throw new Error(`${text} cannot be parsed`)
  return createClientAddresses(trusted)
}
const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage

describe('the address of a client', () => {
  test.each([
    ['no proxy is trusted', '0', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one hop is trusted', '1', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['one hop is trusted and the client names others', '1', '127.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['two hops are trusted', '2', '127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['two hops are trusted and one is there', '2', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['one hop is trusted and names nobody', '1', '127.0.0.1', undefined, '127.0.0.1'],
    ['one hop is trusted and names no address', '1', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['a range is trusted', '10.0.0.0/8', '10.9.8.7', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['a range is trusted and hops are inside it', '10.0.0.0/8', '10.9.8.7', '198.51.100.1, 10.1.1.1', '198.51.100.1'],
    ['a range is trusted and the connection is outside', '10.0.0.0/8', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the trusted proxy is shown as IPv6', '127.0.0.1', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['a trusted proxy has an IPv6 address', '::1', '::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ])('when %s (%s), %s with X-Forwarded-For %s is %s', (_what, trusted, remote, forwarded, expected) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    expect(addressesFor(trusted).of(request(remote, headers))).toBe(expected)
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '192.0.2.7'],
  ])('of %s is %s: a client has a whole /64 of IPv6', (remote, expected) => {
    expect(addressesFor('0').of(request(remote))).toBe(expected)
  })

  test('is not known of a connection by a trusted proxy before its first request', () => {
    expect(addressesFor('1').ofConnection('127.0.0.1')).toBeUndefined()
    expect(addressesFor('0').ofConnection('127.0.0.1')).toBe('127.0.0.1')
    expect(addressesFor('10.0.0.0/8').ofConnection('203.0.113.9')).toBe('203.0.113.9')
  })
})

test('a client spoke TLS only when a trusted proxy says so', () => {
  const https = { 'x-forwarded-proto': 'https' }
  expect(addressesFor('1').isSecure(request('127.0.0.1', https))).toBe(true)
  expect(addressesFor('1').isSecure(request('127.0.0.1', { 'x-forwarded-proto': 'http' }))).toBe(false)
  expect(addressesFor('1').isSecure(request('127.0.0.1'))).toBe(false)
  expect(addressesFor('0').isSecure(request('127.0.0.1', https))).toBe(false)
  expect(addressesFor('10.0.0.0/8').isSecure(request('203.0.113.9', https))).toBe(false)
})

test.each(['', 'yes', '12', '-1', '10.0.0.0/33', '10.0.0/8', '10.0.0.1/8/8', '::1/129', '10.0.0.1, club.example'])(
  '"%s" names no trusted proxies',
  (text) => {
    expect(parseTrustedProxies(text)).toBeUndefined()
  },
)
