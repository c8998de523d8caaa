import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../testing/any-text.ts'
import { safeText, withoutOrders } from './safe-text.ts'

/** Characters that must not reach a terminal. */
const orders = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u

describe('safe text', () => {
  test.each([
    ['\x1b]0;pwned\x07Bob', '�]0;pwned�Bob'],
    ['\x1b[2J\x1b[H', '�[2J�[H'],
    ['\x9b31mRed', '�31mRed'],
    ['\x9d0;title\x9c', '�0;title�'],
    ['New\nline\r\nand\ttab', 'New line and tab'],
    ['  much   space  ', 'much space'],
    ['no\u00a0break and\u3000wide', 'no break and wide'],
    ['a\u2028b\u2029c', 'a b c'],
    ['\u202eesreveR\u202c', 'esreveR'],
    ['\u2066isolated\u2069 \u200fmarked\u061c', 'isolated marked'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['half \ud800 character', 'half � character'],
    ['\u0000null\u007fdelete', '�null�delete'],
  ])('of %j is %j', (text, shown) => {
    expect(safeText(text)).toBe(shown)
  })

  test.each([
    'Ian O’Malley',
    'Joaquín Estévez',
    'Олена Коваленко',
    '李小龍',
    'דוד בן־גוריון',
    'محمد علي',
    '🏁 Flag',
    '',
  ])('of the harmless name %j is the name', (name) => {
    expect(safeText(name)).toBe(name)
  })

  test('has only characters of the same width on all terminals', () => {
    expect(safeText('👩‍👩‍👧‍👦 Family')).toBe('👩👩👧👦 Family')
    expect(safeText('👍🏽')).toBe('👍')
    expect(safeText('❤\ufe0f')).toBe('❤')
    expect(safeText('e\u0301')).toBe('é')
  })

  test('has at most four marks on a character', () => {
    expect(safeText(`x${'\u0301\u0302'.repeat(1300)}y`)).toBe('x́̂́̂y')
    expect(safeText('\u0301\u0302Bob')).toBe('Bob')
  })

  test('of any text has no controls and no invisible characters, and is unchanged when it is made safe again', () => {
    const nasty = fc.constantFrom(
      '\x1b[',
      '\x9b',
      '\u202e',
      '\u200d',
      '\u0301',
      '\n',
      ' ',
      '\ud800',
      '\u2028',
      '🏽',
      '\ufe0f',
    )
    const text = fc.array(fc.oneof(nasty, anyText(), fc.string()), { maxLength: 30 })
    fc.assert(
      fc.property(text, (parts) => {
        const safe = safeText(parts.join(''))
        expect(safe).not.toMatch(orders)
        expect(safe).not.toMatch(/[\p{Cf}\p{Default_Ignorable_Code_Point}]| {2}|^ | $/u)
        expect(safeText(safe)).toBe(safe)
      }),
      { numRuns: 2000 },
    )
  })
})

test('text without orders has a sign for each control, and every space', () => {
  expect(withoutOrders('  a  \x1b[2J\u202e\n\ud800  ')).toBe('  a  �[2J���  ')
})
