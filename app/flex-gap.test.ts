import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname

/** The desk has a browser of its own age. */
const isPublic = (file: string) => !file.startsWith('admin')

const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && isPublic(file))
  .map((file) => ({ file, css: readFileSync(join(folder, file), 'utf8') }))

test('no flex box of a public page has a gap, which Chrome 76 and Safari 13.1 do not know; grids may have one', () => {
  expect(sheets.length).toBeGreaterThan(40)
  expect(sheets.flatMap(({ file, css }) => flexGaps(css).map((selector) => `${file}: ${selector}`))).toEqual([])
})

test.each([
  ['.a { display: flex; gap: 1rem }', ['.a']],
  ['.a { display: inline-flex; column-gap: 1px }', ['.a']],
  ['.a { display: flex } @media print { .a { row-gap: 0.5rem } }', ['.a']],
  ['@media print { .a { display: flex } } .b, .a { gap: 1rem }', ['.a']],
  ['.a { display: flex } .a[data-stuck] { gap: 1rem }', ['.a[data-stuck]']],
  ['.a { display: flex; gap: 0 }', []],
  ['.a { display: grid; gap: 1rem }', []],
  ['.a { display: flex } @media print { .a { display: grid; gap: 1rem } }', []],
])('given %s, then the gaps of flex boxes are %j', (css, selectors) => {
  expect(flexGaps(css)).toEqual(selectors)
})

/** The selectors that have a gap, and that any rule of the sheet makes a flex box, also in another state. */
function flexGaps(css: string): readonly string[] {
  const rules = Array.from(
    css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g),
    ([, all = '', body = '']) => ({
      selectors: all.split(',').map((selector) => selector.trim()),
      isFlex: /display:\s*(?:inline-)?flex/.test(body),
      isGrid: /display:\s*(?:inline-)?grid/.test(body),
      hasGap: /(?:^|[\s;{])(?:row-|column-)?gap:\s*(?!\s|0\s*(?:;|$))/.test(body),
    }),
  )
  const flex = new Set(rules.filter(({ isFlex }) => isFlex).flatMap(({ selectors }) => selectors.map(withoutState)))
  return rules
    .filter(({ hasGap, isGrid }) => hasGap && !isGrid)
    .flatMap(({ selectors }) => selectors.filter((selector) => flex.has(withoutState(selector))))
}

function withoutState(selector: string): string {
  return selector.replace(/\[[^\]]*\]|:[a-z-]+(?:\([^)]*\))?/g, '')
}
