import { describe, expect, test } from 'vitest'
import { readEmbed } from '../lib/reader/embed-choice.ts'
import { overlayParameters, overlayParts, readOverlay } from '../lib/reader/overlay-choice.ts'
import { themes } from '../lib/reader/theme.ts'
import { parametersOf } from '../lib/reader/view-state.ts'
import { codeIn, readText, tableBelow } from './markdown.ts'
import { sourceFiles } from './source-files.ts'

const document = readText('docs/SCREENS.md')
const styles = readText('app/overlay/overlay.css')
const components = sourceFiles(['app/overlay'])
  .filter((file) => file.endsWith('.tsx'))
  .map(readText)
  .join('\n')

const unique = (names: Iterable<string>) => [...new Set(names)].sort()

/** The part of the document that begins with this heading. */
const below = (heading: string) => `${document.split(`${heading}\n`)[1]?.split(/\n#/)[0]}`

describe('SCREENS.md and the code', () => {
  test('have the same custom properties of an overlay, with the same defaults', () => {
    const [, root = ''] = /:root \{(.*?)\n\}/s.exec(styles) ?? []
    const declared = Array.from(root.matchAll(/(--overlay-[\w-]+): (.*?);/g), ([, name, value]) => [name, value])
    const documented = tableBelow(document, 'The properties:').map((cells) => {
      const [name, value] = [codeIn(cells[0] ?? '')[0], codeIn(cells[1] ?? '')[0]]
      return [name, value ?? declared.find(([one]) => one === name)?.[1]]
    })
    expect(documented.length).toBeGreaterThan(10)
    expect(documented).toEqual(declared)
  })

  test('have the same class names of an overlay', () => {
    const documented = tableBelow(document, 'The classes:').flatMap(([cell = '']) => codeIn(cell))
    expect(unique(documented)).toEqual([...documented].sort())
    const written = components.replace(/overlay-\$\{part\}/, overlayParts.map((part) => `overlay-${part}`).join(' '))
    const inPages = Array.from(written.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g), ([, text, template]) =>
      `${text ?? template}`.split(' '),
    ).flat()
    const inStyles = Array.from(styles.matchAll(/\.(overlay[\w-]*)/g), ([, name = '']) => name)
    expect(unique(inPages)).toEqual(unique(documented))
    expect(unique(inStyles).filter((name) => !documented.includes(name))).toEqual([])
  })

  test('have the same kinds of outcomes', () => {
    const [, union = ''] = /readonly kind: ((?:'\w+'(?: \| )?)+)/.exec(readText('lib/wording/run-outcome.ts')) ?? []
    const kinds = Array.from(union.matchAll(/'(\w+)'/g), ([, kind = '']) => kind)
    const [documented = []] = tableBelow(document, 'The classes:')
      .filter(([name]) => name === '`overlay-outcome`')
      .map((cells) => codeIn(cells[1] ?? '').filter((code) => code !== 'data-kind'))
    expect(kinds.length).toBeGreaterThan(3)
    expect(documented).toEqual([...kinds, 'correction'])
  })

  test('have the same parameters of an overlay and of a frame, and their values', () => {
    const [overlay = [], frame = []] = ['### Parts', 'Its parameters:'].map((line) =>
      tableBelow(document, line).map((cells) => cells.map((cell) => codeIn(cell))),
    )
    expect(overlay.map(([name]) => name?.[0])).toEqual([...overlayParameters])
    expect(overlay[0]?.[2]?.filter((code) => overlayParts.some((part) => part === code))).toEqual([...overlayParts])
    expect(frame.map(([name]) => name?.[0])).toEqual(['view', 'class', 'theme'])
    for (const view of ['class', 'pax', 'raw', 'latest']) expect(frame[0]?.[1]).toContain(view)
    expect(unique(frame[2]?.[1] ?? [])).toEqual([...themes].sort())
  })

  test('agree on every address of the document', () => {
    const queries = (path: string) =>
      Array.from(document.matchAll(new RegExp(`${path}\\?([^>\`"\\s]+)`, 'g')), ([, query = '']) =>
        parametersOf(new URLSearchParams(query.replaceAll('&amp;', '&'))),
      )
    const overlays = queries('/overlay')
    expect(overlays.length).toBeGreaterThan(4)
    expect(overlays.map(readOverlay).filter(({ wrong }) => wrong.length > 0)).toEqual([])
    const frames = queries('/embed')
    expect(frames.length).toBeGreaterThan(0)
    for (const one of frames) if (one.view) expect(readEmbed(one).view).toBe(one.view[0])
  })

  test('agree on every property of the example', () => {
    const properties = Array.from(below('### Looks').matchAll(/^ {2}(--[\w-]+):/gm), ([, name = '']) => name)
    expect(properties.length).toBeGreaterThan(1)
    expect(properties.filter((name) => !styles.includes(`  ${name}: `))).toEqual([])
  })
})
