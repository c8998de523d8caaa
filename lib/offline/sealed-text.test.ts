import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealText, unsealText } from './sealed-text.ts'

test('unsealing returns the text that was sealed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(await unsealText(await sealText(text))).toBe(text)
    }),
  )
})

test('unsealing a text without a seal returns undefined', async () => {
  for (const text of ['', '\n', 'text', '\ntext', '{"list":[1,2,3]}']) expect(await unsealText(text)).toBeUndefined()
})

test('unsealing returns undefined when any character is changed, removed or added', async () => {
  const sealed = await sealText('{"log":"a"}\nsecond line')
  for (let at = 0; at < sealed.length; at += 1) {
    const [before, after] = [sealed.slice(0, at), sealed.slice(at + 1)]
    for (const damaged of [before, `${before}${after}`, `${before}~${after}`, `${before}~${sealed.slice(at)}`]) {
      expect(await unsealText(damaged)).toBeUndefined()
    }
  }
})
