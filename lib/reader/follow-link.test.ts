import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeLink, followedByLink, followLink, linkCount, longestLink } from './follow-link.ts'
import { parametersOf, readChoice } from './view-state.ts'

const origin = 'https://results.example'
const opened = (address = '') => readChoice(parametersOf(new URL(address).searchParams))

test('a follow link opens Mine with the same names, even with special characters', () => {
  const names = ['Ian O’Malley', '__proto__', 'Tom & Jerry = one?', '<b>#1</b>', 'José']
  const link = followLink(origin, new Set(names))
  expect(link?.names).toEqual(names)
  expect(opened(link?.address)).toEqual({ ...readChoice({ view: 'mine' }), follow: names })
  expect(followLink(origin, ['Ann'])?.address).toBe('https://results.example/live?view=mine&follow=Ann')
})

test('a follow link has as many whole names as fit into its length', () => {
  const name = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { maxLength: 200 }),
      fc.integer({ min: 100, max: longestLink }),
      (names, longest) => {
        const link = followLink(origin, names, longest)
        const kept = link?.names ?? []
        expect(kept).toEqual(names.slice(0, kept.length))
        expect(link?.address.length ?? 0).toBeLessThanOrEqual(longest)
        if (link) expect(opened(link.address).follow).toEqual(kept)
        const more = names.slice(0, kept.length + 1)
        if (more.length > kept.length) expect(followLink(origin, more, 1e9)?.address.length).toBeGreaterThan(longest)
      },
    ),
  )
})

test('there is no follow link without a name that fits', () => {
  expect(followLink(origin, [])).toBeUndefined()
  expect(followLink(origin, ['x'.repeat(longestLink)])).toBeUndefined()
})

test('the names of a link are entered, unknown or new to the browser; before there is a list, none is unknown', () => {
  const by_name = new Map([
    ['Ann', {}],
    ['Bob', {}],
  ]) as never
  expect(followedByLink(['Ann', 'Bob', 'Cid'], new Set(['Bob']), { by_name })).toEqual({
    entered: ['Ann', 'Bob'],
    unknown: ['Cid'],
    fresh: ['Ann', 'Cid'],
  })
  expect(followedByLink(['Ann'], new Set(), { by_name: new Map() }).unknown).toEqual([])
})

test.each([
  [1, 0, 'This link follows 1 driver.'],
  [1, 1, 'This link follows 1 driver, who is not entered.'],
  [3, 0, 'This link follows 3 drivers.'],
  [3, 1, 'This link follows 3 drivers; 1 of them is not entered.'],
  [3, 2, 'This link follows 3 drivers; 2 of them are not entered.'],
  [3, 3, 'This link follows 3 drivers, none of them entered.'],
])('a link with %i names, %i of them unknown, is described as: %s', (followed, unknown, text) => {
  expect(describeLink(followed, unknown)).toBe(text)
})

test('the count of a link has the number of names, and of how many if not all fit', () => {
  expect([linkCount(1, 1), linkCount(3, 3), linkCount(180, 200), linkCount(1, 2)]).toEqual([
    '1 driver',
    '3 drivers',
    '180 of 200 drivers',
    '1 of 2 drivers',
  ])
})
