import { expect, test } from 'vitest'
import { OptionError } from './option-error.ts'
import { readAddress } from './server-address.ts'

test.each([
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['http://localhost:3000/live', 'http://localhost:3000'],
  ['https://results.example.org/live/?view=table&sort=number#top', 'https://results.example.org'],
  ['localhost:8080', 'http://localhost:8080'],
  ['timing-laptop', 'http://timing-laptop'],
  [' 192.0.2.7:3000/live ', 'http://192.0.2.7:3000'],
  ['[::1]:3000', 'http://[::1]:3000'],
  ['HTTP://Example.ORG:80', 'http://example.org'],
  ['münchen.example', 'http://xn--mnchen-3ya.example'],
])('the address %j is the origin %s', (written, origin) => {
  expect(readAddress(written)).toBe(origin)
})

test.each([
  ['', 'is not the address of a server'],
  ['http://', 'is not the address of a server'],
  ['two words', 'is not the address of a server'],
  ['http://localhost:99999', 'is not the address of a server'],
  ['mailto:somebody', 'is not the address of a server'],
  ['3000', 'write localhost:3000'],
  [':8080', 'write localhost:8080'],
  ['ftp://localhost', 'begins with http:// or https://'],
  ['file:///etc/passwd', 'begins with http:// or https://'],
  ['http://me:secret@localhost', 'no user name and no password'],
  ['localhost:3000/admin', 'Write http://localhost:3000 alone'],
])('the address %j is refused with what to write instead: %s', (written, reason) => {
  expect(() => readAddress(written)).toThrow(OptionError)
  expect(() => readAddress(written)).toThrow(reason)
})
