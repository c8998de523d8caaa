// cspell:ignore XEVX QQDS
import fc from 'fast-check'
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

const grouped = eventSchema.parse({
  title: 'Test',
  classes: [
    { code: 'C1', name: 'Consolidated' },
    { code: 'RSMF', group: 'R' },
    { code: 'SMF', index: 0.84 },
    { code: 'AS', index: 0.817 },
    { code: 'DS', index: 0.801 },
    { code: 'XU', index: 0.86 },
    { code: 'EST', index: 0.81 },
    { code: 'S', index: 0.5 },
    { code: 'EVX', index: 0.9 },
  ],
})

test.each([
  ['C1-AS', undefined, 0.817, 'event.yaml lists the group in front of the hyphen'],
  ['c1-asl', undefined, 0.817, 'the same for ladies'],
  ['RSMF', undefined, 0.84, 'event.yaml has the group of the class'],
  ['S2DS', 'S2', 0.801, 'the record has the group'],
  ['S2-NDS', 's2', 0.801, 'a novice inside of the group'],
  ['T1EST', 'T1', 0.81, 'the record has the group'],
  ['Consolidated-XU', 'Consolidated', 0.86, 'the record has the group'],
  ['Consolidated XU', 'consolidated', 0.86, 'with a space'],
  ['XEVX', 'XE', 0.9, 'the code without the group has none'],
  ['S2DS', undefined, undefined, 'nothing names the group'],
  ['QQDS', 'S2', undefined, 'it does not begin with the group'],
  ['C1AS', undefined, undefined, 'a listed class is no prefix without a hyphen'],
  ['C2-AS', undefined, undefined, 'nothing names the group'],
  ['DS', 'DS', 0.801, 'the group is the class'],
])('class %s in the group %s has the index %s: %s', (code, group, factor, _why) => {
  const driver = { driver_name: 'Ann', class: code, ...(group !== undefined && { group }) }
  expect(indexFactor(driver, classesByCode(grouped))).toBe(factor)
})

test('given any group that a record names in front of a class, then the index is that of the class', () => {
  const classes = classesByCode(grouped)
  const group = fc.stringMatching(/^[A-Z][A-Z0-9]{0,3}\d$/)
  const code = fc.constantFrom('AS', 'DS', 'SMF', 'XU', 'EST')
  const property = fc.property(
    group,
    fc.constantFrom('', '-', ' '),
    code,
    fc.boolean(),
    (prefix, between, base, isLow) => {
      const written = `${prefix}${between}${base}`
      const driver = { driver_name: 'Ann', class: isLow ? written.toLowerCase() : written, group: prefix }
      expect(indexFactor(driver, classes)).toBe(classes.get(base.toLowerCase())?.index)
    },
  )
  fc.assert(property, { examples: [['C1', '-', 'AS', false]] })
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
