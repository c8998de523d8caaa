import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const app = join(import.meta.dirname, '..')

/** What an offline page does without: it has no use for them, or shows what it has instead. */
const needNetwork = [
  'live/announcer/announcer-view.tsx',
  'live/away/away-notice.tsx',
  'live/charts/charts-view.tsx',
  'live/charts/line-chart.tsx',
  'live/kiosk/kiosk.tsx',
]

function targetsOf(file: string, pattern: RegExp): string[] {
  const found = readFileSync(file, 'utf8').matchAll(pattern)
  return Array.from(found, ([, target = '']) => relative(app, join(dirname(file), target)))
}

test('given the parts that a page loads lazily, then the offline page has each in its own files, or is known not to', () => {
  const files = readdirSync(join(app, 'live'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => join(app, 'live', name))
  const lazy = new Set(files.flatMap((file) => targetsOf(file, /\bimport\('(\.[^']+)'\)/g)))
  const saved = targetsOf(join(import.meta.dirname, 'every-part.ts'), /^import '(\.[^']+)'/gm)
  expect([...saved, ...needNetwork].toSorted()).toEqual([...lazy].toSorted())
})
