import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wideJson } from './wide-json.ts'

test('wide JSON parses to the value that was written', () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(wideJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
  })
  fc.assert(property)
})

test('no line of wide JSON that can be split is wider than 120 columns', () => {
  const word = fc.stringMatching(/^[a-z]{1,20}$/)
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, word, fc.array(tie('tree')), fc.dictionary(word, tie('tree'))),
  }))
  const property = fc.property(tree, (value) => {
    for (const line of wideJson(value).split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  })
  fc.assert(property)
})

test.each([0, 1])('a value that needs exactly 120 columns is on one line at depth %d', (depth) => {
  const around = depth === 0 ? '' : '  '
  const lineOf = (length: number) => {
    const value = { a: 'x'.repeat(length - around.length - '{ "a": "" }'.length) }
    return wideJson(depth === 0 ? value : [value, 'x'.repeat(120)]).split('\n')[depth]
  }
  // At depth 1 a comma follows.
  expect(lineOf(120 - depth)).toHaveLength(120)
  expect(lineOf(121 - depth)).toBe(`${around}{`)
})

test('a list of records has a line for each attribute, and short lists on one line', () => {
  const driver = { driver_name: 'Joan Zielinski', runs: ['40.434', '40.936+1'], note: 'a'.repeat(50) }
  expect(wideJson({ drivers: [driver], none: {}, nobody: [] })).toBe(`{
  "drivers": [
    {
      "driver_name": "Joan Zielinski",
      "runs": ["40.434", "40.936+1"],
      "note": "${'a'.repeat(50)}"
    }
  ],
  "none": {},
  "nobody": []
}`)
})
