import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../../../testing/any-text.ts'
import { cleanName, maximumNameLength } from './driver-name.ts'

describe('a name in a record', () => {
  test.each([
    ['  Joan   Zielinski ', 'Joan Zielinski'],
    ['Joan\tZielinski\n', 'Joan Zielinski'],
    ['Jose\u0301 Nu\u0301n\u0303ez', 'José Núñez'],
    ['Ian O’Malley', 'Ian O’Malley'],
    ['Enrique "Kiko" Seiot', 'Enrique "Kiko" Seiot'],
    ['__proto__', '__proto__'],
    ['<img onerror=alert(1)>', '<img onerror=alert(1)>'],
    ['דוד לוי', 'דוד לוי'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ])('%j becomes %j', (written, name) => {
    expect(cleanName(written)).toEqual({ name })
  })

  test.each(['Jo\u202ean', 'Jo\u0000an', 'Jo\u2066an', 'Jo\ufeffan', 'Jo\u200ban'])(
    '%j loses the character that hides or reverses text',
    (written) => {
      expect(cleanName(written)).toEqual({ name: 'Joan', complaint: 'refused_characters' })
    },
  )

  test('keeps 200 characters as people count them', () => {
    const family = '👨‍👩‍👧‍👦'.repeat(maximumNameLength)
    expect(cleanName(family)).toEqual({ name: family })
    expect(cleanName(`${family}x`)).toEqual({ name: family, complaint: 'too_long' })
    expect(cleanName('x'.repeat(201))).toEqual({ name: 'x'.repeat(200), complaint: 'too_long' })
  })

  test('is cut within a character of 100,000 accents', () => {
    expect(cleanName(`a${'\u0301'.repeat(100_000)}`).name.length).toBeLessThan(3000)
  })

  test('does not change when it is cleaned again, whatever the text', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (written) => {
        const { name } = cleanName(written)
        expect(cleanName(name)).toEqual({ name })
      }),
    )
  })
})
