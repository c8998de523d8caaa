import { expect, test } from 'vitest'
import { unsupportedNode } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '21.0.0', '24.1.0', '100.0.0'])('Node %s is new enough', (version) => {
  expect(unsupportedNode(version, '>=20.19')).toBeUndefined()
})

test.each(['20.18.9', '20.9.0', '18.20.4', '4.0.0'])('Node %s is refused in one line', (version) => {
  expect(unsupportedNode(version, '>=20.19')).toMatch(/^Paddock needs Node.js 20.19 or newer, this is .*$/)
})
