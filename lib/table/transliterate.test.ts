import { expect, test } from 'vitest'
import { transliterate } from './transliterate.ts'

test.each([
  ['Олена Коваленко', 'olena kovalenko'],
  ['Сергій Гончар', 'serhii honchar'],
  ['Сергей', 'sergey'],
  ['Наталья Щукина', 'natalya shchukina'],
  ['Юлія', 'iuliia'],
  ['Ђорђе Љубић', 'djordje ljubic'],
  ['Γιώργος Παπαδόπουλος', 'giorgos papadopoylos'],
  ['Артём', 'artyom'],
])('%s is spelled %s in Latin letters', (text, spelling) => {
  expect(transliterate(text)).toContain(spelling)
})

test('a text without Cyrillic and Greek letters has no further spelling', () => {
  expect([transliterate('Felipe González'), transliterate(''), transliterate('王芳')]).toEqual([[], [], []])
})
