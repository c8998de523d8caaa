import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paper } from './theme.ts'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

/** The value of `--paper` in the first block of this selector. */
function paperOf(selector: string): string | undefined {
  const start = css.indexOf(selector)
  return /--paper: (#[0-9a-f]{6});/.exec(css.slice(start))?.[1]
}

test('the colours of the browser’s bars are those of --paper in globals.css', () => {
  expect(paper).toEqual({
    light: paperOf(':root {'),
    dark: paperOf(':root[data-theme="dark"] {'),
    sunlight: paperOf(':root[data-theme="sunlight"] {'),
  })
})
