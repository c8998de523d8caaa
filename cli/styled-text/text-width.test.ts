import { expect, test } from 'vitest'
import { cutText, fitText } from './fit-text.ts'
import { textWidth } from './text-width.ts'

test.each([
  ['', 0],
  ['Ian O’Malley', 12],
  ['é', 1],
  ['e\u0301', 1],
  ['李小龍', 6],
  ['ひらがな カタカナ', 17],
  ['ｶﾀｶﾅ', 4],
  ['한국', 4],
  ['\u1112\u1161\u11ab', 2],
  ['ｆｕｌｌ', 8],
  ['「」、。', 8],
  ['🏁', 2],
  ['🇺🇸', 2],
  ['❤', 1],
  ['דוד', 3],
  ['בּ', 1],
  ['สมชาย', 5],
  ['ที่', 1],
  ['𠀋', 2],
  ['ㄅ', 2],
  ['㉈', 1],
  ['ﷺ', 1],
  ['…–·●▲', 5],
])('the width of %j is %i cells', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test.each([
  ['Bob', 3, 'Bob'],
  ['Robert', 4, 'Rob…'],
  ['Rob Bert', 5, 'Rob…'],
  ['李小龍', 5, '李小…'],
  ['李小龍', 4, '李…'],
  ['李小龍', 6, '李小龍'],
  ['李', 1, '…'],
  ['Rob', 0, ''],
  ['🇺🇸🇬🇧 two', 4, '🇺🇸…'],
  ['ae\u0301\u0302iou', 3, 'ae\u0301\u0302…'],
])('%j cut to %i cells is %j', (text, width, shown) => {
  expect(cutText(text, width)).toBe(shown)
})

test('fitted text has exactly its width, also with wide characters', () => {
  expect(fitText('Bob', 5, 'left')).toBe('Bob  ')
  expect(fitText('Bob', 5, 'right')).toBe('  Bob')
  expect(fitText('李小龍', 5, 'left')).toBe('李小…')
  expect(fitText('李小龍', 4, 'left')).toBe('李… ')
  expect(fitText('李小龍', 4, 'right')).toBe(' 李…')
})
