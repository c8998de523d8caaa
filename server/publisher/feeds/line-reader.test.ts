import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLineReader } from './line-reader.ts'

const bytes = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') => Buffer.from(text, encoding)

test('given lines with any ends, when they are read, then their texts are there and empty ones are not', () => {
  expect(createLineReader()(bytes('$A,1\r\n$B,2\n\n$C,3\r$D'))).toEqual(['$A,1', '$B,2', '$C,3'])
})

test('given text in any pieces, when it is read, then its lines are the same as in one piece', () => {
  const text = bytes('$A,"Jörg Weiß"\r\n$A,"王小明"\r\n$B,1\r\n')
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const read = createLineReader()
      const ends = [...cuts, text.length].sort((a, b) => a - b)
      const lines = ends.flatMap((end, index) => read(text.subarray(ends[index - 1] ?? 0, end)))
      expect(lines).toEqual(['$A,"Jörg Weiß"', '$A,"王小明"', '$B,1'])
    }),
  )
})

test('given a line of any length, when it is read, then its first 1,000 bytes are there, and the next line', () => {
  const lines = createLineReader()(bytes(`${'x'.repeat(5000)}\n$B,1\n`))
  expect(lines).toEqual(['x'.repeat(1000), '$B,1'])
})

test('given a line in windows-1252 beside one in UTF-8, when they are read, then both have their letters', () => {
  const both = Buffer.concat([bytes('Jörg\n', 'latin1'), bytes('Tūī\n'), Buffer.from([0x80, 0x0a])])
  expect(createLineReader()(both)).toEqual(['Jörg', 'Tūī', '€'])
})
