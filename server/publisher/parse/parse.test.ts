import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { driverSchema } from '../../../lib/record/driver-schema.ts'
import { parse } from './parse.ts'

const read = (text: string) => parse(text, 'drivers.jsonl.njk')
const driversOf = (text: string) => {
  const parsed = read(text)
  return parsed.kind === 'parsed' ? parsed.drivers : parsed.problem
}
const warningsOf = (text: string) => {
  const parsed = read(text)
  return parsed.kind === 'parsed' ? parsed.warnings.map(({ code }) => code) : parsed.problem
}

describe('rendered lists', () => {
  test('one object a line, blank lines and commas at the end between them', () => {
    expect(driversOf('\n {"driver_name":"Joan"},\n\n{"driver_name":"Wil","number":88}\n')).toEqual([
      { driver_name: 'Joan' },
      { driver_name: 'Wil', number: '88' },
    ])
  })

  test('one array', () => {
    expect(driversOf(' [{"driver_name":"Joan","runs":["40.1", null, 39]}]')).toEqual([
      { driver_name: 'Joan', runs: ['40.1', '', '39'] },
    ])
  })

  test('two days are a list of lists', () => {
    expect(driversOf('{"driver_name":"Joan","runs":[["40.1"],["39.2+1",""]]}')).toEqual([
      { driver_name: 'Joan', runs: [['40.1'], ['39.2+1', '']] },
    ])
  })

  test('an empty list is a list', () => {
    expect(driversOf(' \n')).toEqual([])
  })

  test('text that is no JSON rejects the list, with its line and what to do', () => {
    expect(read('{"driver_name":"Joan"}\n{"driver_name":"Enrique "Kiko" Seiot"}')).toMatchObject({
      kind: 'rejected',
      problem: {
        code: 'template_output',
        message: expect.stringContaining('Line 2'),
        hint: expect.stringContaining('dump'),
      },
    })
    expect(read('[{"driver_name":"Joan"')).toMatchObject({ kind: 'rejected' })
    for (const wrong of [
      '[1]',
      '[null]',
      '[["Joan"]]',
      '{"driver_name":"Joan"}\n["Wil"]',
      '{"driver_name":"Joan"}\nnull',
    ]) {
      expect(read(wrong)).toMatchObject({ kind: 'rejected', problem: { code: 'template_output' } })
    }
    expect(read('"Joan"')).toMatchObject({ kind: 'rejected' })
  })

  test('a template that never gives a driver_name is rejected', () => {
    expect(read('{"name":"Joan"}')).toMatchObject({ kind: 'rejected', problem: { code: 'template_output' } })
  })

  test('a template that renders more than any event has is rejected', () => {
    const list = (count: number) => Array.from({ length: count }, (_, index) => `{"driver_name":"${index}"}`).join('\n')
    expect(read(list(20_000))).toMatchObject({ kind: 'parsed' })
    expect(read(list(20_001))).toMatchObject({
      kind: 'rejected',
      problem: { message: expect.stringContaining('20001') },
    })
  })

  test('one entry without a name is left out with a warning, never keyed on ""', () => {
    const text = '{"driver_name":" "}\n{"driver_name":"undefined","class":"SS"}\n{"driver_name":"Joan"}'
    expect(driversOf(text)).toEqual([{ driver_name: 'Joan' }])
    expect(warningsOf(text)).toEqual(['no_name', 'no_name'])
  })

  test('attributes that cannot be shown are left out, the driver stays', () => {
    const text =
      '{"driver_name":"Joan","Car Model":"Miata","car":{"make":"Mazda"},"color":null,"number":4,"novice":true}'
    expect(driversOf(text)).toEqual([{ driver_name: 'Joan', number: '4', novice: true }])
    expect(warningsOf(text)).toEqual(['attribute', 'attribute'])
  })

  test('whatever a template renders, what comes of it fits the wire', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer(), fc.constant(null), fc.boolean())
    const long = fc.constantFrom('x'.repeat(3000), `a${'\u0301'.repeat(5000)}`, '👨‍👩‍👧‍👦'.repeat(300), 'Joan')
    const record = fc.dictionary(
      fc.oneof(
        fc.constantFrom('driver_name', 'class', 'number', 'runs', 'display_name'),
        fc.stringMatching(/^[a-z]{1,3}$/),
      ),
      fc.oneof(
        cell,
        long,
        fc.array(cell, { maxLength: 3 }),
        fc.array(fc.array(cell, { maxLength: 2 }), { maxLength: 2 }),
      ),
      { maxKeys: 80 },
    )
    const list = fc.array(fc.tuple(record, long), { maxLength: 6 })
    fc.assert(
      fc.property(list, (records) => {
        const text = records.map(([more, driver_name]) => JSON.stringify({ driver_name, ...more })).join('\n')
        const parsed = read(text)
        if (parsed.kind === 'rejected') return
        const names = parsed.drivers.map((driver) => driverSchema.parse(driver).driver_name)
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 500 },
    )
  })

  test('a record with as many attributes as fit stays one when its name repeats', () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`a${index}`, index]))
    const record = JSON.stringify({ driver_name: 'Joan', class: 'x'.repeat(70), number: '1', ...many })
    const drivers = driversOf(`${record}\n${record.replace('"1"', '"2"')}`)
    expect(drivers).toHaveLength(2)
    for (const driver of drivers as readonly unknown[]) expect(driverSchema.safeParse(driver).success).toBe(true)
  })

  test('dangerous names are names', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      '<img src=x onerror=alert(1)>',
      '😀'.repeat(200),
      'דוד',
      '"\\',
    ]
    const text = names.map((driver_name) => JSON.stringify({ driver_name })).join('\n')
    expect(driversOf(text)).toEqual(names.map((driver_name) => ({ driver_name })))
  })

  test('a record whose attribute is called __proto__ changes nobody', () => {
    expect(driversOf('{"driver_name":"Joan","__proto__":{"class":"SS"}}')).toEqual([{ driver_name: 'Joan' }])
    expect(({} as { class?: string }).class).toBeUndefined()
  })
})
