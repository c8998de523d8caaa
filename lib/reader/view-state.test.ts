import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatChoice, parametersOf, readChoice, type ViewChoice, views } from './view-state.ts'

const plain: ViewChoice = {
  view: 'class',
  classCode: '',
  driver: '',
  rival: '',
  sort: [],
  search: '',
  follow: [],
  hidden: [],
  allRows: false,
  kiosk: false,
  screen: '',
  reloads: false,
}

describe('a view choice', () => {
  test('that is written to an address is read back equal', () => {
    const key = fc.record({
      attribute: fc.constantFrom('number', 'class', 'total'),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    })
    const choice: fc.Arbitrary<ViewChoice> = fc.record({
      view: fc.constantFrom(...views),
      classCode: fc.string({ maxLength: 20, unit: 'grapheme' }),
      driver: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      rival: fc.string({ maxLength: 40, unit: 'grapheme' }),
      sort: fc.uniqueArray(key, { maxLength: 3, selector: ({ attribute }) => attribute }),
      search: fc.string({ maxLength: 40, unit: 'grapheme' }),
      follow: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }), { maxLength: 5 }),
      hidden: fc.uniqueArray(fc.constantFrom('car', 'tire', 'run_1_2'), { maxLength: 3 }),
      allRows: fc.boolean(),
      kiosk: fc.boolean(),
      screen: fc.string({ maxLength: 40 }),
      reloads: fc.boolean(),
    })
    fc.assert(
      fc.property(choice, (any) => {
        const one = any.kiosk ? any : { ...any, screen: '' }
        expect(readChoice(parametersOf(new URLSearchParams(formatChoice(one))))).toEqual(one)
      }),
      { numRuns: 500 },
    )
  })

  test('has a rival only with a driver', () => {
    expect(readChoice({ rival: 'Bob' })).toEqual(plain)
    expect(formatChoice({ ...plain, rival: 'Bob' })).toBe('')
    expect(formatChoice({ ...plain, driver: 'Ann', rival: 'Bob' })).toBe('?driver=Ann&rival=Bob')
  })

  test('has the name of a screen only on the big screen', () => {
    expect(readChoice({ screen: 'Paddock' })).toEqual(plain)
    expect(formatChoice({ ...plain, screen: 'Paddock' })).toBe('')
    expect(formatChoice({ ...plain, kiosk: true, screen: 'Grid & co' })).toBe('?kiosk=1&screen=Grid+%26+co')
  })

  test('of the defaults has an empty query', () => {
    expect(formatChoice(plain)).toBe('')
    expect(readChoice({})).toEqual(plain)
  })

  test('leaves out invalid parameters and cuts long ones', () => {
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

  test('follows each name once, up to the limit of stars, and no empty name', () => {
    const many = Array.from({ length: 300 }, (_, index) => `Driver ${index}`)
    expect(readChoice({ follow: ['', 'Driver 0', ...many] }).follow).toEqual(many.slice(0, 200))
    expect(readChoice({ follow: '__proto__' }).follow).toEqual(['__proto__'])
  })
})
