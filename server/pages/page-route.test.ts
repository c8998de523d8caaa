import { expect, test } from 'vitest'
import type { AllDrivers } from '../../lib/sync/protocol.ts'
import { classSpellings } from './class-spellings.ts'
import { pageRoute } from './page-route.ts'

const known = new Set([
  ...['/', '/live', '/live/results.csv', '/live/card.png', '/admin', '/admin/sign-in', '/api/admin/release'],
  ...['/offline', '/icon.svg', '/overlay', '/embed'],
])
const list: AllDrivers = {
  source: 'server',
  action: 'all_drivers',
  data: {
    version: 1,
    drivers: [
      { driver_name: 'Ann', class: 'SS' },
      { driver_name: 'Bob', class: 'sm', group: 'Ladies' },
    ],
  },
}
const route = (url: string) => pageRoute(url, known, classSpellings(list))

test.each([
  ['/live', '/live'],
  ['/live?utm_source=chat&view=nonsense&rows=few', '/live'],
  ['/live?view=pax&class=SS', '/live?view=pax&class=SS'],
  ['/live?class=ss&view=pax', '/live?view=pax&class=SS'],
  ['/live?class=LADIES', '/live?class=Ladies'],
  ['/live?kiosk=1', '/live?kiosk=1'],
  ['/live/results.csv?view=raw&x=1', '/live/results.csv?view=raw'],
  ['/live/card.png?is=42', '/live/card.png'],
  ['/icon.svg?3a1b', '/icon.svg'],
  ['/overlay?show=last&top=5', '/overlay'],
  ['/overlay?class=ss&show=top,last&top=10', `/overlay?show=${encodeURIComponent('last,top')}&class=SS&top=10`],
  ['/overlay?stale=hide', '/overlay?stale=hide'],
  ['/embed?view=latest&class=LADIES&theme=dark', '/embed?view=latest&class=Ladies'],
  ['/embed?view=table&driver=Ann&x=1', '/embed'],
  ['/?x', '/'],
  ['/admin/sign-in', '/admin/sign-in'],
])('%s is kept as %s', (url, path) => {
  expect(route(url)).toEqual({ kind: 'kept', path })
})

test.each([
  '/live?q=ann',
  '/live?driver=Ann',
  '/live?follow=Ann',
  '/live?view=table&sort=-number',
  '/live?class=XX',
  '/live?kiosk=1&screen=Grid',
  '/admin/sign-in?problem=wrong_password',
  '/overlay?driver=Ann',
  '/overlay?class=XX',
  '/overlay?top=4',
  '/overlay?seconds=20',
  '/overlay?x=1',
  '/embed?class=XX',
])('%s is made for its request alone', (url) => {
  expect(route(url)).toEqual({ kind: 'made', path: url })
})

test.each(['/admin', '/admin?sort=number', '/api/admin/release'])('%s is for the desk', (url) => {
  expect(route(url)).toEqual({ kind: 'desk', path: url })
})

test('all unknown paths are one page', () => {
  for (const url of ['/x', '/live/', '/LIVE', '/_next/image?url=x', '*', '', '//evil.example']) {
    expect(route(url)).toEqual({ kind: 'unknown', path: '/nowhere' })
  }
})
