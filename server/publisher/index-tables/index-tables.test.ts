import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultEvent } from '../../../lib/record/event.ts'
import { classesByCode, classKey } from '../../../lib/scoring/class-code.ts'
import { indexFactor } from '../../../lib/scoring/index-factor.ts'
import { indexTables, withIndexTable } from './index-tables.ts'
import { sccaClassNames } from './scca-class-names.ts'

const indexOf = (event: ReturnType<typeof defaultEvent>, code: string) =>
  indexFactor({ driver_name: 'Ada', class: code }, classesByCode(event))

describe.each(Object.entries(indexTables))('the table %s', (name, { source, through, read, classes }) => {
  test('says where and when it was read', () => {
    expect(source).toMatch(/^https:\/\/www\.solotime\.info\/pax\//)
    expect(through).toMatch(/^https:\/\//)
    expect(read).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(Number(name.slice(-4)) - Number(read.slice(0, 4))).toBeLessThanOrEqual(1)
  })

  test('has factors of three decimals from 0.7 to 1, of which the fastest class alone has 1', () => {
    for (const [code, index] of Object.entries(classes)) {
      expect(index, code).toBe(Math.round(index * 1000) / 1000)
      expect(index, code).toBeGreaterThan(0.7)
      expect(index < 1, code).toBe(code !== 'AM')
    }
  })

  test('gives an event without classes its indices and names', () => {
    const event = withIndexTable(defaultEvent('Spring'), name)
    for (const [code, index] of Object.entries(classes)) {
      expect(indexOf(event, code)).toBe(index)
      expect(event.classes.find((one) => one.code === code)?.name).toBe(sccaClassNames[code])
    }
    expect(indexOf(event, 'NSSM')).toBe(classes.SSM)
    expect(indexOf(event, 'CAM-C')).toBe(classes.CAMC)
  })
})

test('the tables have the factors of their pages: a few of each that another source has, too', () => {
  expect(indexTables['scca-2024']?.classes).toMatchObject({ SS: 0.835, AS: 0.824 })
  expect(indexTables['scca-2025']?.classes).toMatchObject({ FS: 0.817, AST: 0.834, STR: 0.834 })
  expect(indexTables['scca-2026']?.classes).toMatchObject({ SS: 0.84, AST: 0.836, AM: 1 })
})

const ownClass = fc.record(
  {
    code: fc.constantFrom('SS', 'ss', 'STR', 'CAM-C', 'camc', 'N', 'TO', 'Local'),
    name: fc.constantFrom('Mine', 'Other'),
    index: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    group: fc.constant('N'),
    counts: fc.boolean(),
  },
  { requiredKeys: ['code'] },
)
const ownClasses = fc.uniqueArray(ownClass, {
  maxLength: 6,
  selector: ({ code }) => classKey(code).replace('cam-', 'cam'),
})

test('given any classes of an event, then what they say holds, in their order, and the table adds the rest', () => {
  const property = fc.property(ownClasses, fc.constantFrom(...Object.keys(indexTables)), (own, name) => {
    const { classes } = withIndexTable({ ...defaultEvent('Spring'), classes: own }, name)
    expect(classes.slice(0, own.length)).toMatchObject(own)
    expect(classes.slice(0, own.length).map(({ code }) => code)).toEqual(own.map(({ code }) => code))
    const keys = classes.map(({ code }) => classKey(code))
    expect(new Set(keys).size).toBe(keys.length)
    const table = indexTables[name]?.classes ?? {}
    for (const one of classes.slice(0, own.length)) {
      const listed = Object.entries(table).find(
        ([code]) => classKey(code) === classKey(one.code).replace('cam-', 'cam'),
      )
      const given = own.find(({ code }) => code === one.code)
      expect(one.index).toBe(given?.index ?? listed?.[1])
    }
  })
  fc.assert(property)
})
