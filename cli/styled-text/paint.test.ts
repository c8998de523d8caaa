import { expect, test } from 'vitest'
import { paintLine } from './paint.ts'
import { cutLine, lineWidth, plainText, span } from './styled-line.ts'

test('a painted line sets and ends its styles, without colours under NO_COLOR', () => {
  const line = [span('live', 'good'), span(' and '), span('bad', 'bad')]
  expect(paintLine(line, true)).toBe('\x1b[1;32mlive\x1b[0m and \x1b[1;31mbad\x1b[0m')
  expect(paintLine(line, false)).toBe('\x1b[1mlive\x1b[0m and \x1b[7mbad\x1b[0m')
})

test('a span after text of uncertain width is put into its column', () => {
  const line = [span('1 '), span('李小龍', 'strong'), span(' 43.1'), span(' +0.9')]
  expect(paintLine(line, true)).toBe('1 \x1b[1m李小龍\x1b[0m\x1b[9G 43.1\x1b[14G +0.9')
})

test('controls in a span are replaced by the painter and in plain text', () => {
  const line = [span('\x1b]0;x\x07'), span('\x9b2J\n\u202e', 'strong')]
  expect(paintLine(line, true)).toBe('�]0;x�\x1b[7G\x1b[1m�2J��\x1b[0m')
  expect(plainText(line)).toBe('�]0;x��2J��')
})

test('a line of several spans is cut with an ellipsis', () => {
  const line = [span('position'), span('  '), span('李小龍', 'strong')]
  expect(plainText(cutLine(line, 16))).toBe('position  李小龍')
  for (const [width, text] of [
    [15, 'position  李小…'],
    [13, 'position  李…'],
    [10, 'position…'],
    [8, 'positio…'],
    [1, '…'],
    [0, ''],
  ] as const) {
    expect(plainText(cutLine(line, width))).toBe(text)
    expect(lineWidth(cutLine(line, width))).toBeLessThanOrEqual(width)
  }
})
