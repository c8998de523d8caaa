import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeUpTables, tableText } from './made-up-tables.fixture.ts'
import { driversOf, entriesOf, proposedList } from './proposed-list.fixture.ts'

const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'windows-1252': (text: string) => Buffer.from(text.replaceAll('’', '\x92'), 'latin1'),
  'utf-16': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
}

test('given any table of results, then the proposed template makes its entries, and reads nothing personal', async () => {
  const property = fc.asyncProperty(
    madeUpTables,
    fc.constantFrom(...Object.values(encodings)),
    fc.constantFrom('\n', '\r\n'),
    async (table, encode, lineEnd) => {
      const proposed = await proposedList(['results.txt', encode(tableText(table).replaceAll('\n', lineEnd))])
      const expected = table.entries.map(({ first, last, class: code, number, runs }) => {
        return [`${first} ${last}`, code, number, runs]
      })
      expect(entriesOf(proposed)).toEqual(expected)
      expect(driversOf(proposed)).toEqual(expected)
      const read = proposed.recognised.flatMap(({ fields }) => fields.flatMap(({ from }) => from))
      for (const { heading, isPersonal } of table.columns) {
        if (!isPersonal) continue
        expect(read).not.toContain(heading)
        expect(proposed.template).not.toContain(`"${heading}"`)
        expect(proposed.recognised[0]?.unused).toContainEqual({ name: heading, why: 'personal' })
      }
    },
  )
  await fc.assert(property, { numRuns: 60 })
})
