// cspell:ignore disq: what files write
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spelledStatus, statusComplaint } from './status-words.ts'

test.each([
  ['Disqualified', 'DSQ'],
  ['EXCLUDED', 'DSQ'],
  [' disq ', 'DSQ'],
  ['dq', 'DSQ'],
  ['Withdrawn', 'WD'],
  ['withdrew', 'WD'],
  ['W/D', 'WD'],
  ['scratched', 'WD'],
  ['Out  of competition', 'OOC'],
  ['Hors concours', 'OOC'],
  ['h.c.', 'OOC'],
])('given the status %j, then it means %s and brings no complaint', (text, status) => {
  expect(spelledStatus(text)).toBe(status)
  expect(statusComplaint(text)).toBeUndefined()
})

test.each([undefined, null, '', ' ', '-', 'OK', 'Finished', 'running'])(
  'given the status %j, then the entry takes its place and there is no complaint',
  (status) => {
    expect(spelledStatus(String(status ?? ''))).toBeUndefined()
    expect(statusComplaint(status)).toBeUndefined()
  },
)

test('given any text, then it is a status, a word of an entry in its place, or complained of with the known words', () => {
  const property = fc.property(fc.oneof(fc.string(), fc.constantFrom('Retired', 'paid', 'DNF', 7, true)), (status) => {
    const complaint = statusComplaint(status)
    const isSilent = /^(?:[-–—.]*|ok|none|active|running|finished|fin|classified|valid|clean)$/i.test(
      String(status).trim(),
    )
    expect(complaint === undefined).toBe(isSilent || spelledStatus(String(status)) !== undefined)
    if (complaint === undefined) return
    expect(complaint).toContain('Known are DSQ (disqualified), WD (withdrawn), OOC (out of competition).')
  })
  fc.assert(property)
})
