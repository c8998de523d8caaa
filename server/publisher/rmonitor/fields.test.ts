import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitFields } from './fields.ts'

test.each([
  ['$G,3,"12",14,"01:12:47.872"', ['$G', '3', '12', '14', '01:12:47.872']],
  ['$A,"7","7",1001,"Ann","Lee, Jr.","",1', ['$A', '7', '7', '1001', 'Ann', 'Lee, Jr.', '', '1']],
  ['$A,"7","7",1,"Dan "Dizzy"","Doyle","",1', ['$A', '7', '7', '1', 'Dan "Dizzy"', 'Doyle', '', '1']],
  ['$A,"7","7",1,"Dan ""Dizzy""","Doyle","",1', ['$A', '7', '7', '1', 'Dan "Dizzy"', 'Doyle', '', '1']],
  ['$G,1,"1",,"00:00:00.000"', ['$G', '1', '1', '', '00:00:00.000']],
  ['$C,1,', ['$C', '1', '']],
])('given the line %s, when it is split, then it has its fields without quotes', (line, fields) => {
  expect(splitFields(line)).toEqual(fields)
})

test('given a line that ends inside of quotes, when it is split, then it has no fields', () => {
  expect(splitFields('$A,"7","7",1001,"Ann')).toBeUndefined()
  expect(splitFields('$A,"')).toBeUndefined()
})

test('given texts without quotes, when a line is made of them and split, then they are there again', () => {
  const texts = fc.array(
    fc.string().map((text) => text.replaceAll('"', '').trim()),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(texts, (fields) => {
      expect(splitFields(fields.map((field) => `"${field}"`).join(','))).toEqual(fields)
    }),
  )
})
