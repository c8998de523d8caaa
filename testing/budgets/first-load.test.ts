import { expect, test } from 'vitest'
import { explainSize, scriptsOf, stylesOf } from './first-load.ts'

const html = `<html><head>
<link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="preload" href="/b.css" as="style"/>
<link rel="preload" as="script" fetchPriority="low" href="/main.js"/><link rel="modulepreload" href="/module.js"/>
<script src="/old.js" noModule="" nonce="x"></script><script nonce="x">inline()</script>
<script src="/chunk.js?a=1&amp;b=2" async=""></script></head><body><script src="/main.js" async=""></script></body></html>`

test('each script and style sheet counts once, with preloads and without scripts for old browsers', () => {
  expect(scriptsOf(html)).toEqual(['/main.js', '/module.js', '/chunk.js?a=1&b=2'])
  expect(stylesOf(html)).toEqual(['/a.css', '/b.css'])
})

test('a broken budget is explained by its name, its size and the largest files', () => {
  const budget = { what: 'JavaScript', limit: 100 * 1024, unit: 'bytes' } as const
  const files = [
    { path: '/small.js', bytes: 20 * 1024 },
    { path: '/large.js', bytes: 90 * 1024 },
  ]
  expect(explainSize(budget, files)).toBe(
    'JavaScript: 110.0 KB, budget 100.0 KB (10.0 KB over). The largest:\n    90.0 KB  /large.js\n    20.0 KB  /small.js',
  )
  expect(explainSize(budget, files.slice(1))).toContain('(10.0 KB left)')
})
