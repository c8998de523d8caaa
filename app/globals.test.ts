import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')

const light = coloursOf(':root')
const themes = {
  light,
  'dark by system setting': coloursOf(':root:not([data-theme="light"]):not([data-theme="sunlight"])'),
  dark: coloursOf(':root[data-theme="dark"]'),
  sunlight: { ...light, ...coloursOf(':root[data-theme="sunlight"]') },
}

const texts = ['ink', 'quiet', 'faded', 'accent', 'good', 'best', 'warn', 'bad']
const papers = ['paper', 'raised', 'sunken', 'flash', 'warn-paper', 'bad-paper']

test.each(Object.entries(themes))(
  'every text colour of theme %s has a contrast of at least 4.5 on every background, the flash included',
  (_, colours) => {
    const pairs = texts.flatMap((text) => papers.map((paper) => ({ text, paper })))
    const faint = pairs
      .map(({ text, paper }) => ({ text, paper, contrast: contrast(colour(colours, text), colour(colours, paper)) }))
      .filter(({ contrast }) => contrast < 4.5)
    expect(faint).toEqual([])
  },
)

test('the dark theme has the same colours by choice and by the system setting', () => {
  expect(themes.dark).toEqual(themes['dark by system setting'])
})

/** The colours of the block with this selector, by variable name. */
function coloursOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`globals.css has no block for ${selector}`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

function colour(colours: Record<string, string>, name: string): string {
  const value = colours[name]
  if (!value) throw new Error(`the theme has no --${name}`)
  return value
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [bright = 1, dim = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
