import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname

/** Every file that a file leads to by static imports, with itself. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !/\.(?:tsx?|css)$/.test(file)) return seen
  seen.add(file)
  if (file.endsWith('.css')) return seen
  const text = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '')
  for (const [, target = ''] of text.matchAll(/(?:\bfrom |^import )'(\.[^']+)'/gm))
    reach(join(dirname(file), target), seen)
  return seen
}

test('the style sheets of every lazy view are in the first load', () => {
  const parts = readFileSync(join(folder, 'lazy-views.ts'), 'utf8')
  const lazy = Array.from(parts.matchAll(/import\('\.\/([^']+)'\)/g), ([, file = '']) => join(folder, file))
  expect(lazy.length).toBeGreaterThan(5)
  const known = reach(join(folder, 'live-board.tsx'))
  const missing = lazy.flatMap((file) => [...reach(file)]).filter((file) => file.endsWith('.css') && !known.has(file))
  expect(missing).toEqual([])
})
