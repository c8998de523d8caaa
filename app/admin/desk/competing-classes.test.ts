import { expect, test } from 'vitest'
import { byName } from '../../../lib/record/driver.ts'
import { unnamedEvent } from '../../../lib/record/unnamed-event.ts'
import { competingClasses } from './competing-classes.ts'

const drivers = byName(
  ['x10', 'x9', 'str', 'SS', 'NSS', ''].map((code, index) => ({ driver_name: `Driver ${index}`, class: code })),
)

test('given listed and unlisted classes, then those with entries are in the event’s order and spelling, others by code', () => {
  const classes = [
    { code: 'STR' },
    { code: 'N', name: 'Novices' },
    { code: 'NSS', group: 'N' },
    { code: 'ss' },
    { code: 'ES' },
  ]
  expect(competingClasses({ drivers, event: { ...unnamedEvent, classes } })).toEqual(['STR', 'N', 'ss', 'x9', 'x10'])
})

test('given no event and no entries, then there are no classes', () => {
  expect(competingClasses({ drivers: new Map(), event: undefined })).toEqual([])
})
