import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeLink, followedByLink, followLink, linkCount, longestLink } from './follow-link.ts'
import { parametersOf, readChoice } from './view-state.ts'

const origin = 'https://results.example'
const opened = (address = '') => readChoice(parametersOf(new URL(address).searchParams))

test('a link opens Mine with those who were followed, whatever they are called', () => {
  const names = ['Ian O’Malley', '__proto__', 'Tom & Jerry = one?', '<b>#1</b>', 'José']
  const link = followLink(origin, new Set(names))
  expect(link?.names).toEqual(names)
  expect(opened(link?.address)).toEqual({ ...readChoice({ view: 'mine' }), follow: names })
  expect(followLink(origin, ['Ann'])?.address).toBe('https://results.example/live?view=mine&follow=Ann')
})

test('a link is as long as it may be, and follows nobody by half', () => {
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

test('nobody needs no link', () => {
  expect(followLink(origin, [])).toBeUndefined()
  expect(followLink(origin, ['x'.repeat(longestLink)])).toBeUndefined()
})

test('of a link it is known who is entered, who is not, and who is new here', () => {
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
])('a link with %i, of whom %i are unknown: %s', (followed, unknown, text) => {
  expect(describeLink(followed, unknown)).toBe(text)
})

test('how many are in a link is said, and of how many when not all fit', () => {
  expect([linkCount(1, 1), linkCount(3, 3), linkCount(180, 200), linkCount(1, 2)]).toEqual([
    '1 driver',
    '3 drivers',
    '180 of 200 drivers',
    '1 of 2 drivers',
  ])
})
