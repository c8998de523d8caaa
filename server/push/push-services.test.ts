import { expect, test } from 'vitest'
import { isPushService, parsePushServices } from './push-services.ts'

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:APA91b',
  'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://autopush.prod.mozaws.push.services.mozilla.com/wpush/v2/gAAAA',
  'https://web.push.apple.com/QHn',
  'https://api.push.apple.com/3/device/1',
  'https://wns2-par02p.notify.windows.com/w/?token=BQ',
  'https://FCM.googleapis.com:443/fcm/send/abc',
])('the endpoint %s is of a known push service', (endpoint) => {
  expect(isPushService(endpoint, [])).toBe(true)
})

test.each([
  ['plain HTTP', 'http://fcm.googleapis.com/fcm/send/abc'],
  ['another port', 'https://fcm.googleapis.com:8443/fcm/send/abc'],
  ['this machine', 'https://localhost/'],
  ['a private address', 'https://10.0.0.1/'],
  ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['an IPv6 address', 'https://[::1]/'],
  ['a number as an address', 'https://2130706433/'],
  ['a name that only ends alike', 'https://evilpush.apple.com.example/'],
  ['a domain without its dot', 'https://evilnotify.windows.com/'],
  ['a domain itself', 'https://notify.windows.com/'],
  ['a known name as a part of another', 'https://fcm.googleapis.com.evil.example/'],
  ['a known name as a user', 'https://fcm.googleapis.com@evil.example/'],
  ['a user and a password', 'https://user:word@fcm.googleapis.com/fcm/send/abc'],
  ['a user alone', 'https://user@fcm.googleapis.com/fcm/send/abc'],
  ['a backslash before another host', 'https://evil.example\\@fcm.googleapis.com/'],
  ['a known name in the path', 'https://evil.example/fcm.googleapis.com'],
  ['a dot behind the name', 'https://fcm.googleapis.com./fcm/send/abc'],
  ['another host of the same company', 'https://storage.googleapis.com/'],
  ['a letter of another alphabet', 'https://f\u0441m.googleapis.com/'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/plain,hello'],
  ['no address at all', 'fcm.googleapis.com'],
  ['nothing', ''],
])('an endpoint with %s is refused', (_what, endpoint) => {
  expect(isPushService(endpoint, [])).toBe(false)
})

test('an origin that PUSH_SERVICES adds is allowed with exactly its scheme, host and port, and without a user', () => {
  const added = ['http://127.0.0.1:4000']
  expect(isPushService('http://127.0.0.1:4000/any/path', added)).toBe(true)
  expect(isPushService('http://127.0.0.1:4001/any/path', added)).toBe(false)
  expect(isPushService('https://127.0.0.1:4000/any/path', added)).toBe(false)
  expect(isPushService('http://user@127.0.0.1:4000/any/path', added)).toBe(false)
  expect(isPushService('http://localhost:4000/any/path', added)).toBe(false)
})

test.each([
  ['', []],
  ['https://push.example', ['https://push.example']],
  ['https://push.example:8443, http://localhost:4000', ['https://push.example:8443', 'http://localhost:4000']],
  ['http://[::1]:4000', ['http://[::1]:4000']],
])('PUSH_SERVICES "%s" adds its origins', (text, origins) => {
  expect(parsePushServices(text)).toEqual(origins)
})

test.each(['push.example', 'http://push.example', 'https://push.example/path', 'https://user@push.example', '*'])(
  'PUSH_SERVICES "%s" is refused',
  (text) => {
    expect(parsePushServices(text)).toBeUndefined()
  },
)
