import { expect, test } from 'vitest'
import { type PushBrowser, pushSupport } from './push-support.ts'

const browser: PushBrowser = { isSecure: true, hasPush: true, isIphone: false, permission: 'default' }
const installed = { ...browser, isIphone: true }
const inSafari = { ...browser, hasPush: false, isIphone: true, permission: undefined }

const cases: readonly (readonly [string, string, PushBrowser])[] = [
  ['a browser with push', 'possible', browser],
  ['a browser that has given permission', 'possible', { ...browser, permission: 'granted' }],
  ['a browser whose reader said no', 'blocked', { ...browser, permission: 'denied' }],
  ['a page without HTTPS', 'none', { ...browser, isSecure: false }],
  ['a browser without push', 'none', { ...browser, hasPush: false }],
  ['an iPhone with the page in Safari', 'install_first', inSafari],
  ['an iPhone with the page on the Home Screen', 'possible', installed],
  ['an iPhone without HTTPS', 'none', { ...inSafari, isSecure: false }],
]

test.each(cases)('given %s, then notifications are: %s', async (_what, kind, given) => {
  expect((await pushSupport(given, async () => 'key')).kind).toBe(kind)
})

test.each([browser, inSafari, { ...browser, permission: 'denied' as const }])(
  'given a server that sends no notifications, then a browser is offered nothing',
  async (given) => {
    expect((await pushSupport(given, async () => undefined)).kind).toBe('none')
  },
)

test('given a page without HTTPS, then the server is not asked', async () => {
  expect(await pushSupport({ ...browser, isSecure: false }, () => expect.unreachable())).toEqual({ kind: 'none' })
})
