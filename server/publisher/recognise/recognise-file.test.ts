import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseFile } from './recognise-file.ts'

const data = fileURLToPath(new URL('../../../data', import.meta.url))
const files = [
  'live.rgg',
  'examples/axware-html/live.html',
  'examples/club-csv/results.csv',
  'examples/rallycross/results.txt',
  'examples/rmonitor/race.jsonl',
  'examples/two-day/results.tsv',
].map((path) => readFileSync(`${data}/${path}`))
const json = Buffer.from(
  JSON.stringify({ classes: [{ code: 'SS', drivers: [{ name: 'Ada Lund', runs: [60.1, 'DNF'] }] }] }),
)

const recognised = (name: string, bytes: Uint8Array) => {
  const found = recogniseFile(name, bytes)
  if (found.kind === 'unusable') throw new Error(`${found.what}. ${found.hint}`)
  return found
}

describe('the recogniser', () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true })
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: place }),
    fc.record({ kind: fc.constant('flip' as const), at: place, byte: fc.nat(255) }),
    fc.record({ kind: fc.constant('double' as const), at: place, length: fc.integer({ min: 1, max: 2000 }) }),
    fc.record({ kind: fc.constant('zeros' as const), at: place, length: fc.integer({ min: 1, max: 500 }) }),
  )

  test('given a damaged file, then it says what the file is or why it cannot be read, and throws nothing', () => {
    const property = fc.property(
      fc.constantFrom(...files, json),
      fc.array(damage, { maxLength: 5 }),
      (bytes, damages) => {
        let damaged = Buffer.from(bytes)
        for (const one of damages) {
          const at = Math.floor(one.at * damaged.length)
          if (one.kind === 'cut') damaged = damaged.subarray(0, at)
          if (one.kind === 'flip') damaged[at] = one.byte
          if (one.kind === 'zeros') damaged.fill(0, at, Math.min(at + one.length, damaged.length))
          if (one.kind === 'double')
            damaged = Buffer.concat([damaged.subarray(0, at + one.length), damaged.subarray(at)])
        }
        const found = recogniseFile('results', damaged)
        expect(found.what).not.toBe('')
        if (found.kind === 'unusable') expect(found.hint).toMatch(/[.!]$/)
      },
    )
    fc.assert(property, { numRuns: 200 })
  })

  test.each([
    ['deep lists', '['.repeat(200_000)],
    ['deep lists that end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['deep mappings', '{"a":'.repeat(100_000)],
    ['one long line', 'x'.repeat(2_000_000)],
    ['one long word beyond ASCII', `Name,Class\n${'y'.repeat(1_000_000)}\xe9`],
    ['many columns', `${Array.from({ length: 5000 }, (_, at) => `Run ${at}`).join(',')}\n${'1,'.repeat(4999)}1\n`],
    ['many open tags', '<h1'.repeat(200_000)],
    ['many quotes', '"'.repeat(300_000)],
  ])('given %s, then it ends', (_what, text) => {
    expect(recogniseFile('results', Buffer.from(text, 'latin1')).what).not.toBe('')
  })
})

describe('the encoding of a text that is no UTF-8', () => {
  const table = (names: readonly Buffer[]) =>
    Buffer.concat([Buffer.from('Name,Class,Run 1\n'), ...names.flatMap((name) => [name, Buffer.from(',A,60.1\n')])])

  test.each([
    [
      'windows-1250',
      'Tomáš Dvořák',
      [0x54, 0x6f, 0x6d, 0xe1, 0x9a, 0x20, 0x44, 0x76, 0x6f, 0xf8, 0xe1, 0x6b],
      'Łukasz Świątek',
      [0xa3, 0x75, 0x6b, 0x61, 0x73, 0x7a, 0x20, 0x8c, 0x77, 0x69, 0xb9, 0x74, 0x65, 0x6b],
    ],
    [
      'windows-1251',
      'Иван Петров',
      [0xc8, 0xe2, 0xe0, 0xed, 0x20, 0xcf, 0xe5, 0xf2, 0xf0, 0xee, 0xe2],
      'Анна Орлова',
      [0xc0, 0xed, 0xed, 0xe0, 0x20, 0xce, 0xf0, 0xeb, 0xee, 0xe2, 0xe0],
    ],
    [
      'shift_jis',
      '山田 太郎',
      [0x8e, 0x52, 0x93, 0x63, 0x20, 0x91, 0xbe, 0x98, 0x59],
      '鈴木 一',
      [0x97, 0xe9, 0x96, 0xd8, 0x20, 0x88, 0xea],
    ],
    [
      'windows-1252',
      'Zoë Müller',
      [0x5a, 0x6f, 0xeb, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72],
      'José Ibáñez',
      [0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x49, 0x62, 0xe1, 0xf1, 0x65, 0x7a],
    ],
  ])(
    '%s is guessed by its letters, the template names it, and the doubt shows a word',
    (encoding, first, firstBytes, second, secondBytes) => {
      const found = recognised('r.csv', table([Buffer.from(firstBytes), Buffer.from(secondBytes)]))
      expect(found.entries.map(({ name }) => name)).toEqual([first, second])
      expect(found.loops[0]?.list).toBe(`csv("r.csv", encoding="${encoding}")`)
      expect(found.doubts.join()).toContain(`read as ${encoding}, which is a guess: check that "`)
    },
  )
})

// cspell:disable: headings of many languages
const personalHeadings =
  'Member No.,Mbr #,MemberNumber,E-Mail,email,Phone,Mobile,Tel.,Telefon,Birth Date,DOB,Geburtsdatum,Age,Address,Zip,PLZ,' +
  'License #,Lizenz,Licence,Paid,Fee,Amount Due,Balance,Emergency Contact,Medical Notes,Waiver,Insurance,VIN,Gender,Comments,' +
  'Registered,Order Number,Transponder,Customer ID,Password'
// cspell:enable

test.each(personalHeadings.split(','))('a column "%s" is left out on purpose', (heading) => {
  const found = recognised('r.csv', Buffer.from(`Name,Class,${heading},Run 1\nAda Lund,A,1,60.1\nBo Rask,B,2,61.2\n`))
  expect(found.unused).toEqual([{ name: heading, why: 'personal' }])
  expect(found.fields.flatMap(({ from }) => from)).not.toContain(heading)
})

test.each([
  ['e-mail addresses', 'ada@example.org', 'bo@example.org'],
  ['dates', '1987-03-12', '1991-11-02'],
  ['telephone numbers', '+1 207 555 0110', '(207) 555-0111'],
])('a column whose heading says nothing, with %s in it, is left out on purpose', (_what, first, second) => {
  const text = `Name,Class,Kol A,Run 1\nAda Lund,A,${first},60.1\nBo Rask,B,${second},61.2\n`
  expect(recognised('r.csv', Buffer.from(text)).unused).toEqual([{ name: 'Kol A', why: 'personal' }])
})

test('the groups of an AXWare page are those in which its entries compete on indexed time', () => {
  const [, page] = files
  const { entries } = recognised('live.html', page ?? Buffer.alloc(0))
  const grouped = entries.filter(({ group }) => group !== '')
  expect(new Set(grouped.map(({ class: code, group }) => `${code} in ${group}`))).toEqual(
    new Set(['nds in n', 'ngs in n']),
  )
  expect(grouped.every(({ indexed, total }) => indexed !== '' && total === '')).toBe(true)
})
