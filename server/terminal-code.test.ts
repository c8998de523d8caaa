import { renderUnicodeCompact } from 'uqr'
import { expect, test } from 'vitest'
import { showTerminalCode } from './terminal-code.ts'

function shown(address: string | undefined, more: object = { isTTY: true, columns: 80 }): string {
  let written = ''
  showTerminalCode({ write: (text: string) => (written += text), ...more }, address)
  return written
}

test('a terminal shows the address of the results, black on white, and in letters below', () => {
  const text = shown('http://192.168.1.20:3000')
  const code = renderUnicodeCompact('http://192.168.1.20:3000/live', { border: 2, invert: true })
  const lines = text.trim().split('\n')
  expect(lines.slice(0, -1)).toEqual(code.split('\n').map((line) => `\u001b[30;107m${line}\u001b[0m`))
  expect(lines.at(-1)).toBe('http://192.168.1.20:3000/live')
})

test('a terminal that says that it has no columns is taken for one of 80', () => {
  expect(shown('http://192.168.1.20:3000', { isTTY: true, columns: 0 })).toBe(shown('http://192.168.1.20:3000'))
})

test('nothing is shown in a pipe, without an address, or where the code has no room', () => {
  expect(shown('http://192.168.1.20:3000', {})).toBe('')
  expect(shown(undefined)).toBe('')
  expect(shown('http://192.168.1.20:3000', { isTTY: true, columns: 20 })).toBe('')
})
