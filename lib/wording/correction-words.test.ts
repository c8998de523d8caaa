import { expect, test } from 'vitest'
import { eventSchema } from '../record/event.ts'
import { correctionOutcome, correctionWords } from './correction-words.ts'

test.each([
  ['48.399+14', '48.399+15', '+14 → +15 cones'],
  ['48.399', '48.399+1', 'clean → +1 cone'],
  ['48.399+2', '48.399', '+2 cones → clean'],
  ['48.399+1/1', '48.399+2/1', '48.399+1/1 → 48.399+2/1'],
  ['41.266+1', '41.300', '41.266+1 → 41.300'],
  ['52,678', '48.399', '52.678 → 48.399'],
  ['61.078+dnf', '61.078', '61.078+DNF → 61.078'],
  ['DNF', '', 'DNF → taken away'],
  ['39.9', 'rrn', '39.900 → RRN'],
])('a correction of %s to "%s" is said as "%s"', (text_before, text, words) => {
  expect(correctionWords({ text_before, text }, 'seconds')).toBe(words)
})

test('in an event with minutes, a correction says minutes', () => {
  expect(correctionWords({ text_before: '101.5', text: '161.5' }, 'minutes')).toBe('1:41.500 → 2:41.500')
})

const position = (place: number | undefined) => (place === undefined ? undefined : { place, shared: false })

test.each([
  ['an equal result and place', 60_662, 6, 60_662, 6, 'best stays 60.662, 6th'],
  ['an equal result that others passed', 60_662, 6, 60_662, 7, 'best stays 60.662, 6th → 7th'],
  ['a worse result', 60_662, 6, 62_662, 7, 'best 60.662 → 62.662, 6th → 7th'],
  ['a worse result of the same place', 60_662, 6, 62_662, 6, 'best 60.662 → 62.662, stays 6th'],
  ['a first result', undefined, undefined, 62_662, 6, 'best 62.662, 6th'],
  ['a lost result', 60_662, 6, undefined, undefined, 'no time now'],
])('a correction with %s says so', (_what, total, place, totalNow, placeNow, words) => {
  const before = { total, position: position(place) }
  const after = { total: totalNow, position: position(placeNow) }
  const event = eventSchema.parse({ title: 'Test' })
  expect(correctionOutcome({ before, after }, event)).toBe(words)
})
