import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname

/** The file itself and every file that it imports statically, directly or not. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !/\.(?:tsx?|css)$/.test(file)) return seen
  seen.add(file)
  if (file.endsWith('.css')) return seen
  const text = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '')
  for (const [, target = ''] of text.matchAll(/(?:\bfrom |^import )'(\.[^']+)'/gm))
    reach(join(dirname(file), target), seen)
  return seen
}

/** Every file that these files import lazily. */
function lazyImports(files: Iterable<string>): string[] {
  return [...files].flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g), ([, target = '']) =>
      join(dirname(file), target),
    ),
  )
}

/** The server finds the style sheets of the big screen by this unit. */
const ofBigScreen = (file: string) => readFileSync(file, 'utf8').includes('var(--u)')

/** The server renders no row of the menu: it is loaded with its style sheets, and rendered once the menu was opened. */
const menu = join(folder, 'follow/follow-menu.tsx')

test('the style sheets of every lazily loaded view but the big screen and the menu are among those of the first load', () => {
  const firstLoad = reach(join(folder, 'live-board.tsx'))
  const lazy = lazyImports(firstLoad)
  expect(lazy).toContain(join(folder, 'results/windowed-results.tsx'))
  expect(lazy).toContain(join(folder, 'kiosk/kiosk.tsx'))
  expect(lazy).toContain(menu)
  const missing = lazy
    .filter((file) => file !== menu)
    .flatMap((file) => [...reach(file)])
    .filter((file) => file.endsWith('.css') && !firstLoad.has(file))
  expect(missing.filter((file) => !ofBigScreen(file))).toEqual([])
  expect(missing).toContain(join(folder, 'kiosk/podium.module.css'))
  expect([...firstLoad].filter((file) => file.endsWith('.css') && ofBigScreen(file))).toEqual([])
})
