import { expect, test } from 'vitest'
import { type Event, eventSchema } from '../record/event.ts'
import { classesByCode } from './class-code.ts'
import { indexFactor } from './index-factor.ts'

const event = eventSchema.parse({
  title: 'Test',
  classes: [
    { code: 'SS', index: 0.826 },
    { code: 'STS', index: 0.818 },
    { code: 'STR', index: 0.829 },
    { code: 'ES', index: 0.794 },
    { code: 'P', index: 0.9 },
    { code: 'XP', index: 0.89 },
    { code: 'SSL', index: 0.815 },
    { code: 'NES', name: 'Novice E Street' },
    { code: 'JA' },
  ],
})

function factorOf(code: string | undefined, index_class?: string, of: Event = event): number | undefined {
  const driver = {
    driver_name: 'Ann',
    ...(code !== undefined && { class: code }),
    ...(index_class !== undefined && { index_class }),
  }
  return indexFactor(driver, classesByCode(of))
}

test.each([
  ['STS', 0.818, 'its own index'],
  ['sts', 0.818, 'in any case'],
  [' sts ', 0.818, 'with spaces around it'],
  ['P-STS', 0.818, 'pro, with a hyphen'],
  ['PSTS', 0.818, 'pro'],
  ['NSTR', 0.829, 'novice'],
  ['n-str', 0.829, 'novice, with a hyphen'],
  ['S1STR', 0.829, 'index group'],
  ['ZSTR', 0.829, 'index group'],
  ['XSTR', 0.829, 'index group'],
  ['TSTR', 0.829, 'street tire'],
  ['STRL', 0.829, 'ladies'],
  ['NESL', 0.794, 'novice ladies'],
  ['N-STSL', 0.818, 'novice ladies, with a hyphen'],
  ['XP', 0.89, 'a direct match, not P with the prefix X'],
  ['SSL', 0.815, 'a direct match, not SS ladies'],
  ['NSSL', 0.815, 'the ladies of the base class, not the base class'],
  ['NES', 0.794, 'a class without an index: that of the base class'],
])('class %j has index %d (%s)', (code, factor) => {
  expect(factorOf(code)).toBe(factor)
})

test.each(['JA', 'XYZ', 'N', 'L', 'S1', 'P-', '', undefined, '__proto__', 'constructor', 'QSTR', 'NNSTR'])(
  'class %j has no index',
  (code) => {
    expect(factorOf(code)).toBeUndefined()
  },
)

test('index_class decides instead of the class, also when it has no index', () => {
  expect(factorOf('ES', 'STR')).toBe(0.829)
  expect(factorOf('ES', 'nstr')).toBe(0.829)
  expect(factorOf('ES', 'unknown')).toBeUndefined()
  expect(factorOf('ES', ' ')).toBe(0.794)
})

test('the first of two classes with the same code has the index', () => {
  const twice = {
    ...event,
    classes: [
      { code: 'ss', index: 0.8 },
      { code: 'SS', index: 0.9 },
    ],
  }
  expect(factorOf('SS', undefined, twice)).toBe(0.8)
})
