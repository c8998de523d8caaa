import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatChoice, readChoice, type ViewChoice, views } from './view-choice.ts'

const plain: ViewChoice = { view: 'class', classCode: '', driver: '', sort: [], search: '' }

describe('a choice', () => {
  test('is in the address, and comes back from it', () => {
    const key = fc.record({
      attribute: fc.constantFrom('number', 'class', 'total'),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    })
    const choice: fc.Arbitrary<ViewChoice> = fc.record({
      view: fc.constantFrom(...views),
      classCode: fc.string({ maxLength: 20, unit: 'grapheme' }),
      driver: fc.string({ maxLength: 40, unit: 'grapheme' }),
      sort: fc.uniqueArray(key, { maxLength: 3, selector: ({ attribute }) => attribute }),
      search: fc.string({ maxLength: 40, unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(choice, (one) => {
        const parameters = Object.fromEntries(new URLSearchParams(formatChoice(one)))
        expect(readChoice(parameters)).toEqual(one)
      }),
      { numRuns: 500 },
    )
  })

  test('that chooses nothing needs no address', () => {
    expect(formatChoice(plain)).toBe('')
    expect(readChoice({})).toEqual(plain)
  })

  test('that is not understood is left out, and one that is too long is cut', () => {
    expect(readChoice({ view: 'evil', sort: '__proto__,-number,<b>', q: ['one', 'two'] })).toEqual({
      ...plain,
      sort: [{ attribute: 'number', direction: 'descending' }],
      search: 'one',
    })
    expect(readChoice({ q: 'x'.repeat(1000), class: 'y'.repeat(1000) })).toMatchObject({
      search: 'x'.repeat(100),
      classCode: 'y'.repeat(60),
    })
  })
})
