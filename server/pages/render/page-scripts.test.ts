import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPageScripts, renderingNonce } from './page-scripts.ts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const page = (nonce: string) =>
  [
    '<head><script>chosen()</script></head>',
    `<script nonce="${nonce}">push("a")</script><script src="/x.js" nonce="${nonce}" async=""></script>`,
    `<script nonce="${nonce}" id="_R_">push("${nonce}")</script><p><script>evil()</script></p>`,
  ].join('')

test('the scripts that have the nonce and the known ones are allowed, and no other', () => {
  const { html, hashes } = hashPageScripts(page('secret'), 'secret', ['chosen()'])
  const inline = Array.from(html.matchAll(/<script(?![^>]*src)[^>]*>(.*?)<\/script>/g), ([, content = '']) => content)
  expect(inline).toHaveLength(4)
  expect(inline.filter((content) => !hashes.includes(hashOf(content)))).toEqual(['evil()'])
  expect(hashes).toHaveLength(3)
})

test('two renderings of one page have the same bytes and the same hashes', () => {
  const [one, other] = [renderingNonce(), renderingNonce()]
  expect(one).not.toBe(other)
  const result = hashPageScripts(page(one), one, [])
  expect(hashPageScripts(page(other), other, [])).toEqual(result)
  expect(result.html).not.toContain(one)
})

test('a nonce in data is replaced by as many characters, since React counts them', () => {
  const nonce = renderingNonce()
  const { html } = hashPageScripts(`<script nonce="${nonce}">"${nonce}"</script>`, nonce, [])
  expect(html).toBe(`<script>"${'-'.repeat(nonce.length)}"</script>`)
})
