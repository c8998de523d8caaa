import fc from 'fast-check'
import type { AttributeValue, Driver } from '../../record/driver.ts'

/** Names that often break programs, and ordinary ones; two of them look alike. */
const specialNames = [
  ...['Ann', 'Bob', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'toJSON', '0', ' ', '"', '\\', '<b>'],
  ...['Zo\u00eb', 'Zoe\u0308', '🏁 Zoë', '\ud800', '\udc00', '\udc00\ud800', '\u0000', '\u2028', '\ufeff', '\uffff'],
]

/** Names that no list has. The empty one is not even valid. */
export const unknownNames = ['', 'Nobody', 'valueOf']

/** Any sequence of UTF-16 code units. */
const anyText = (minLength: number, maxLength: number) =>
  fc.array(fc.nat(0xffff), { minLength, maxLength }).map((units) => String.fromCharCode(...units))

export const names: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...specialNames) },
  { weight: 1, arbitrary: anyText(1, 3) },
)

const text = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      ...['', ' ', '0', '1', 'true', 'null', '[]', '["40.516"]', 'Miata', 'S2000', '"', '\\', '\u2028'],
      // Some are longer than one block of SHA-256.
      ...['__proto__', '🏁', '\ud800', '\udc00\ud800', 'x'.repeat(30), 'é'.repeat(60), 'x'.repeat(200)],
    ),
  },
  { weight: 1, arbitrary: anyText(0, 4) },
)
const number = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      ...[0, -0, 1, -1, 0.1, 1 / 3, 1e21, 1e-7, 2 ** 31, Number.MIN_VALUE, Number.MAX_VALUE],
      ...[Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 1],
    ),
  },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
)
const course = fc.array(fc.constantFrom('', '1', '40.516', '41.266+1', 'DNF', '\ud800'), { maxLength: 3 })
const runs = fc.oneof(course, fc.array(course, { maxLength: 2 }))
const code = fc.constantFrom('', 'STR', 'str', '4', '04', '🏁', '\ud800')

/** Any value of an attribute that the schema does not name. */
export const value: fc.Arbitrary<NonNullable<AttributeValue>> = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: number },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: runs },
)

const everyAttribute = fc.record(
  {
    runs,
    car: text,
    class: code,
    number: code,
    display_name: names,
    a: value,
    constructor: value,
    z_9: value,
  },
  { noNullPrototype: true },
)

/** The attributes of a record without its name. Some have the name of an inherited member of objects. */
export const attributes: fc.Arbitrary<Omit<Driver, 'driver_name'>> = fc
  .tuple(everyAttribute, fc.nat(255))
  .map(([all, kept]) => Object.fromEntries(Object.entries(all).filter((_, at) => (kept >> at) & 1)))

/** Records that differ little or not at all from this one: one attribute is removed, shorter or of a different type. */
export function variationsOf(driver: Driver): readonly Driver[] {
  const { runs, ...withoutRuns } = driver
  const { a, ...withoutA } = driver
  const [first, ...others] = runs ?? []
  const courses = Array.isArray(first) ? (runs as string[][]) : [(runs ?? []) as string[]]
  return [
    withoutRuns,
    withoutA,
    { ...driver, a: ofOtherType(a) },
    { ...driver, z_9: ofOtherType(driver.z_9) },
    { ...driver, runs: Array.isArray(first) ? courses.flat() : courses },
    { ...driver, runs: others as string[] },
    { ...driver, runs: [...others, ...(first === undefined ? [] : [first])] as string[] },
    { ...driver, class: driver.number ?? '', number: driver.class ?? '' },
  ]
}

/** The value as text, or in a list when it is a short text. */
function ofOtherType(value: AttributeValue): NonNullable<AttributeValue> {
  return typeof value === 'string' && value.length <= 40 ? [value] : String(value)
}
