import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLine } from './message.ts'

const ann = { number: '7', firstName: 'Ann', lastName: 'Lee', nationality: 'NZL', classId: '5' }

test.each([
  [
    '$A,"K7","7",52474,"Ann","Lee","NZL",5',
    { kind: 'competitor', id: 'K7', of: 'A', competitor: { ...ann, transponder: '52474', additional: '' } },
  ],
  [
    '$COMP,"K7","7",5,"Ann","Lee","NZL","Blue kart"',
    { kind: 'competitor', id: 'K7', of: 'COMP', competitor: { ...ann, transponder: '', additional: 'Blue kart' } },
  ],
  ['$B,5,"Friday practice"', { kind: 'run', id: '5', name: 'Friday practice' }],
  ['$B,95,"Friday practice"', { kind: 'run', id: undefined, name: 'Friday practice' }],
  ['$C,5,"Senior"', { kind: 'class', id: '5', name: 'Senior' }],
  ['$E,"TRACKNAME","Harbour Circuit"', { kind: 'track', name: 'Harbour Circuit' }],
  ['$E,"TRACKLENGTH","0.840"', { kind: 'ignored' }],
  [
    '$F,14,"00:12:45","13:34:23","00:09:47","Green "',
    { kind: 'clock', clock: { flag: 'Green', lapsToGo: 14 }, timeOfDay: 48_863_000 },
  ],
  [
    '$F,9999,"00:05:00","","00:00:00","      "',
    { kind: 'clock', clock: { flag: '', lapsToGo: undefined }, timeOfDay: undefined },
  ],
  ['$G,3,"K7",14,"01:12:47.872"', { kind: 'race', id: 'K7', position: 3, laps: 14, total: 4_367_872 }],
  ['$G,3,"K7",,"00:00:00.000"', { kind: 'race', id: 'K7', position: 3, laps: 0, total: undefined }],
  ['$H,2,"K7",3,"00:02:17.872"', { kind: 'best', id: 'K7', position: 2, best: { lap: 3, time: 137_872 } }],
  ['$H,2,"K7",0,"00:00:00.000"', { kind: 'best', id: 'K7', position: 2, best: undefined }],
  ['$H,2,"K7",1,"00:59:59.999"', { kind: 'best', id: 'K7', position: 2, best: undefined }],
  ['$H,2,"K7",1,"99:59:59.999"', { kind: 'best', id: 'K7', position: 2, best: undefined }],
  ['$I,"16:36:08.000","12 jan 01"', { kind: 'reset' }],
  ['$J,"K7","00:02:03.826","01:42:17.672"', { kind: 'passing', id: 'K7', time: 123_826, total: 6_137_672 }],
  ['$J,"K7","00:00:00.000","00:00:02.051"', { kind: 'passing', id: 'K7', time: undefined, total: 2051 }],
  ['$J,"K7","00:00:00.000","00:00:00.000"', { kind: 'ignored' }],
  ['$RMHL,"23","11","1","00:01:26.000","Green ","00:16:19.395"', { kind: 'ignored' }],
])('given the line %s, when it is parsed, then it says what the protocol means by it', (line, message) => {
  expect(parseLine(line)).toEqual(message)
})

test.each([
  'no protocol at all',
  '$G,x,"K7",14,"01:12:47.872"',
  '$G,3,"K7",14,"1:75"',
  '$G,3,"K7"',
  '$H,1,"",0,"00:00:00.000"',
  '$J,"K7","00:02:03.826"',
  '$A,"K7","7",52474,"Ann","Lee"',
  '$A,"K7","7",52474,"Ann',
  '$F,9999',
  '',
])('given the line "%s", when it is parsed, then it is bad', (line) => {
  expect(parseLine(line)).toEqual({ kind: 'bad' })
})

test('given any line, when it is parsed, then nothing is thrown and no text is longer than 100 characters', () => {
  const rest = fc.array(fc.string({ maxLength: 300 })).map((fields) => fields.map((field) => `"${field}"`).join(','))
  const kind = fc.constantFrom('$A', '$COMP', '$B', '$C', '$E', '$F', '$G', '$H', '$I', '$J', '$X', '')
  fc.assert(
    fc.property(fc.tuple(kind, rest), ([name, fields]) => {
      const texts = JSON.stringify(parseLine(`${name},${fields}`)).match(/"(?:[^"\\]|\\.)*"/g) ?? []
      for (const text of texts) expect((JSON.parse(text) as string).length).toBeLessThanOrEqual(100)
    }),
  )
})
