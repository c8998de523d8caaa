import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Driver, runsByCourse } from '../../../lib/record/driver.ts'
import { driverSchema } from '../../../lib/record/driver-schema.ts'
import { parseRun } from '../../../lib/record/run.ts'
import { anyText } from '../../../testing/any-text.ts'
import { repetitions } from '../../../testing/repetitions.ts'
import { createParser, parse } from './parse.ts'

const read = (text: string) => parse(text, 'drivers.jsonl.njk')
const driversOf = (text: string) => {
  const parsed = read(text)
  return parsed.kind === 'parsed' ? parsed.drivers : parsed.problem
}
const warningsOf = (text: string) => {
  const parsed = read(text)
  return parsed.kind === 'parsed' ? parsed.warnings.map(({ code }) => code) : parsed.problem
}

describe('a rendered list', () => {
  test('may have one object a line, with blank lines between and commas after them', () => {
    expect(driversOf('\n {"driver_name":"Joan"},\n\n{"driver_name":"Wil","number":88}\n')).toEqual([
      { driver_name: 'Joan' },
      { driver_name: 'Wil', number: '88' },
    ])
  })

  test('may be one array', () => {
    expect(driversOf(' [{"driver_name":"Joan","runs":["40.1", null, 39]}]')).toEqual([
      { driver_name: 'Joan', runs: ['40.1', '', '39'] },
    ])
  })

  test('keeps the runs of two days as a list of lists', () => {
    expect(driversOf('{"driver_name":"Joan","runs":[["40.1"],["39.2+1",""]]}')).toEqual([
      { driver_name: 'Joan', runs: [['40.1'], ['39.2+1', '']] },
    ])
  })

  test('may be empty', () => {
    expect(driversOf(' \n')).toEqual([])
  })

  test('with text that is no JSON is rejected with the line and a hint', () => {
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

  test('without any driver_name is rejected', () => {
    expect(read('{"name":"Joan"}')).toMatchObject({ kind: 'rejected', problem: { code: 'template_output' } })
  })

  test('keeps an entry without a name by class and number, and loses a record that says nothing, each with a warning', () => {
    const text =
      '{"driver_name":" "}\n{"driver_name":"undefined null","class":"G","number":2,"runs":["60.0"]}\n{"driver_name":"Joan"}'
    expect(driversOf(text)).toEqual([
      { driver_name: '(G 2)', display_name: 'no name', class: 'G', number: '2', runs: ['60.0'] },
      { driver_name: 'Joan' },
    ])
    const parsed = read(text)
    expect(parsed.kind === 'parsed' && parsed.warnings).toEqual([
      {
        code: 'no_name',
        message: 'An entry without name, class, number and runs is left out (line 1 of the rendered list).',
      },
      {
        code: 'no_name',
        message:
          'An entry without a name keeps its place and is shown as "no name": G 2 (line 2 of the rendered list).',
        driver_name: '(G 2)',
      },
    ])
  })

  test('keeps somebody who is called null, and gives nobody the name undefined', () => {
    expect(driversOf('{"driver_name":"null"}')).toMatchObject([{ driver_name: 'null' }])
    for (const name of ['undefined', 'undefined undefined', 'null null']) {
      expect(driversOf(JSON.stringify({ driver_name: name, number: '2' }))).toMatchObject([{ driver_name: '(2)' }])
    }
  })

  test('in which every name is blank is read, and one without the attribute is rejected', () => {
    expect(driversOf('{"driver_name":"","class":"G","number":"2"}')).toMatchObject([{ driver_name: '(G 2)' }])
    expect(read('{"class":"G","number":"2"}')).toMatchObject({ kind: 'rejected' })
    const long = 'x'.repeat(3000)
    expect(driversOf(JSON.stringify({ driver_name: '', class: long, number: long }))).toMatchObject([
      { driver_name: `(${'x'.repeat(200)})` },
    ])
    expect(driversOf('{"driver_name":null,"runs":["60.0"]}')).toMatchObject([{ driver_name: '(no number)' }])
  })

  test('keeps each entry without a name under a key of its own, also beside a name that is written like the key', () => {
    const cell = fc.constantFrom('', ' ', 'G', '2', 'G 2', '\u200b')
    const record = fc.record({ driver_name: fc.constantFrom('', ' ', 'Joan', '(G 2)'), class: cell, number: cell })
    const list = fc.uniqueArray(record, {
      selector: (one) => JSON.stringify(Object.values(one).map((text) => text.trim())),
    })
    const property = fc.property(list, (records) => {
      const parsed = read(records.map((one, car) => JSON.stringify({ ...one, car: `${car}` })).join('\n'))
      const isEntry = (one: (typeof records)[number]) => Object.values(one).some((text) => /[\w(]/.test(text))
      if (parsed.kind === 'rejected') {
        expect(records.filter(isEntry)).toEqual([])
        return
      }
      const names = parsed.drivers.map(({ driver_name }) => driver_name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toHaveLength(records.filter(isEntry).length)
      expect(names.filter((name) => name.trim() === '' || name === '()')).toEqual([])
    })
    fc.assert(property, { numRuns: repetitions({ unit: 500, full: 5000 }) })
  })

  test('loses attributes that cannot be shown, and keeps their driver', () => {
    const text =
      '{"driver_name":"Joan","Car Model":"Miata","car":{"make":"Mazda"},"color":null,"number":4,"novice":true}'
    expect(driversOf(text)).toEqual([{ driver_name: 'Joan', number: '4', novice: true }])
    expect(warningsOf(text)).toEqual(['attribute', 'attribute'])
  })

  test.each([
    ['class', ['SS'], 'is a list and is left out; it must be a text.'],
    ['number', { of: 4 }, 'is a mapping of several values and is left out; it must be a text.'],
    ['car', true, 'is true and is left out; it must be a text.'],
    ['runs', '50.1', 'is the text 50.1 and is left out; runs are a list, such as ["40.516", "41.266+1"].'],
    [
      'tire',
      { of: 4 },
      'is a mapping of several values and is left out; it must be a text, a number, or true or false.',
    ],
  ])('says of the attribute %s with the value %j that it %s', (attribute, content, sentence) => {
    const parsed = read(JSON.stringify({ driver_name: 'Ann', [attribute]: content }))
    expect(parsed.kind === 'parsed' && parsed.warnings.map(({ message }) => message)).toEqual([
      `Ann: "${attribute}" ${sentence}`,
    ])
  })

  test('keeps what is within a limit, and warns once of each attribute that is cut', () => {
    const good = fc.integer({ min: 20_000, max: 99_999 }).map((ms) => (ms / 1000).toFixed(3))
    const odd = fc.constantFrom<unknown>('x'.repeat(41), `40.516+${'F'.repeat(60)}`, true, { time: 40.5 }, [[1]])
    const one = fc.oneof({ weight: 20, arbitrary: good }, { weight: 1, arbitrary: odd })
    const course = fc.oneof(fc.array(one), fc.array(one, { minLength: 195, maxLength: 240 }))
    const property = fc.property(course, course, (first, second) => {
      for (const runs of [first, [first, second]]) {
        const parsed = read(JSON.stringify({ driver_name: 'Joan', class: 'c'.repeat(90), car: 'k'.repeat(3000), runs }))
        if (parsed.kind === 'rejected') throw new Error(parsed.problem.message)
        const [driver] = parsed.drivers
        const hasCourses = runs.some(Array.isArray)
        const written = (hasCourses ? runs.map((one) => (Array.isArray(one) ? one : [one])) : [runs]) as unknown[][]
        const kept = runsByCourse(driver ?? { driver_name: '' })
        expect(kept.map((one) => one.length)).toEqual(
          written
            .slice(0, 20)
            .map((one) => Math.min(one.length, 200))
            .filter((length) => hasCourses || length > 0),
        )
        for (const [at, one] of kept.entries()) {
          for (const [index, run] of one.entries()) {
            const before = written[at]?.[index]
            const isGood = typeof before === 'string' && before.length < 10
            if (isGood) expect(run).toBe(before)
            else expect(parseRun(run).kind).toBe('unreadable')
          }
        }
        expect(driver?.class).toBe(`${'c'.repeat(59)}…`)
        expect(driver?.car).toBe(`${'k'.repeat(1999)}…`)
        const isCut = written.some(
          (one) => one.length > 200 || one.some((run) => typeof run !== 'string' || run.length > 40),
        )
        expect(parsed.warnings.map(({ code }) => code)).toEqual(isCut ? ['cut', 'cut', 'cut'] : ['cut', 'cut'])
      }
    })
    fc.assert(property, { numRuns: repetitions({ unit: 50, full: 500 }) })
  })

  test('keeps the runs and the class of a record with too many attributes, with one warning', () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`a${index}`, index]))
    const text = JSON.stringify({ driver_name: 'Joan', ...many, class: 'SS', runs: ['40.5'], published_total: '40.5' })
    expect(driversOf(text)).toMatchObject([{ class: 'SS', runs: ['40.5'], published_total: '40.5', a0: 0 }])
    expect(warningsOf(text)).toEqual(['attribute'])
  })

  test('is rejected or becomes valid drivers with unique names, whatever the text', () => {
    const cell = fc.oneof(anyText({ maxLength: 30 }), fc.integer(), fc.constant(null), fc.boolean())
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
      { numRuns: repetitions({ unit: 100, full: 500 }) },
    )
  })

  test('keeps both records of a repeated name when they have as many attributes as fit', () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`a${index}`, index]))
    const record = JSON.stringify({ driver_name: 'Joan', class: 'x'.repeat(70), number: '1', ...many })
    const drivers = driversOf(`${record}\n${record.replace('"1"', '"2"')}`)
    expect(drivers).toHaveLength(2)
    for (const driver of drivers as readonly unknown[]) expect(driverSchema.safeParse(driver).success).toBe(true)
  })

  test('keeps dangerous names as names', () => {
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

  test('with an attribute called __proto__ changes no other object', () => {
    expect(driversOf('{"driver_name":"Joan","__proto__":{"class":"SS"}}')).toEqual([{ driver_name: 'Joan' }])
    expect(({} as { class?: string }).class).toBeUndefined()
  })

  test('names the line of a record without a name, also when it moves', () => {
    const parser = createParser('template')
    const where = (text: string) => {
      const list = parser(text.split('\n'))
      return list.kind === 'parsed' ? list.warnings.map(({ message }) => /\((.*)\)/.exec(message)?.[1]) : list
    }
    const [ann, nobody] = ['{"driver_name":"Ann"}', '{"class":"SS"}']
    expect(where(`${ann}\n${nobody}`)).toEqual(['line 2 of the rendered list'])
    expect(where(`${ann}\n\n${nobody}`)).toEqual(['line 3 of the rendered list'])
    expect(where(`[${ann},${ann.replace('Ann', 'Bob')},${ann.replace('Ann', 'Cid')},${nobody}]`)).toEqual([
      'record 4 of the rendered list',
    ])
  })

  test('reads runs as every reader does, texts and numbers alike', () => {
    const runs = ['1:02:345', 0, '0,000', '-', 61.19999999999999, '40.5+1.0', ['dnf', null]]
    expect(driversOf(JSON.stringify({ driver_name: 'Ann', runs: runs.slice(0, -1) }))).toEqual([
      { driver_name: 'Ann', runs: ['1:02.345', '', '', '', '61.2', '40.5+1'] },
    ])
    expect(driversOf(JSON.stringify({ driver_name: 'Ann', runs: [runs.at(-1)] }))).toEqual([
      { driver_name: 'Ann', runs: [['DNF', '']] },
    ])
  })

  test('warns of each record with a status that is no known word, and keeps the word', () => {
    const text = '{"driver_name":"Ann","status":"Retired"}\n{"driver_name":"Bob","status":"withdrawn"}'
    expect(driversOf(text)).toMatchObject([{ status: 'Retired' }, { status: 'WD' }])
    const parsed = read(text)
    expect(parsed.kind === 'parsed' && parsed.warnings).toEqual([
      {
        code: 'unknown_status',
        message:
          'Ann: the status "Retired" is not known, so it changes no place. ' +
          'Known are DSQ (disqualified), WD (withdrawn), OOC (out of competition).',
        driver_name: 'Ann',
      },
    ])
  })

  test.each([
    [{ published_total: 'DSQ' }, 'DSQ'],
    [{ published_total: 'dq', status: 'OOC' }, 'OOC'],
    [{ published_total: 'Disqualified' }, 'DSQ'],
    [{ status: 'withdrawn' }, 'WD'],
    [{ published_total: 'DNF' }, undefined],
    [{ published_total: 61.2 }, undefined],
  ])('gives a record with %j the status %s', (attributes, status) => {
    const [driver] = driversOf(JSON.stringify({ driver_name: 'Ann', ...attributes })) as readonly Driver[]
    expect(driver?.status).toBe(status)
  })
})
