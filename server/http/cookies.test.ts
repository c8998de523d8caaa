import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { cookiesOf } from './cookies.ts'

const cookies = (cookie?: string) => Object.fromEntries(cookiesOf({ headers: { cookie } } as IncomingMessage))

test.each([
  [undefined, {}],
  ['', {}],
  ['a=1', { a: '1' }],
  ['a=1; b=2=3;c=', { a: '1', b: '2=3', c: '' }],
  ['a=first; a=second', { a: 'first' }],
  ['no value; =; x', { '': '' }],
])('the cookies of %j are %j', (header, expected) => {
  expect(cookies(header)).toEqual(expected)
})
