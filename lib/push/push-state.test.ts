import { expect, test } from 'vitest'
import { testStandings } from '../standings/test-standings.fixture.ts'
import { type EventState, stateNotification, stateToSay } from './push-state.ts'

test.each<[EventState, EventState, EventState | undefined]>([
  ['unofficial', 'provisional', 'provisional'],
  ['unofficial', 'final', 'final'],
  ['provisional', 'final', 'final'],
  ['provisional', 'provisional', undefined],
  ['provisional', 'unofficial', undefined],
  ['final', 'provisional', undefined],
])('given that %s was said, when the results are %s, then %s is to be said', (said, state, expected) => {
  expect(stateToSay(said, state)).toBe(expected)
})

const entries = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay'].map(
  (name, index) => [name, 'STR', index === 5 ? [] : [`${40 + index}`]] as const,
)
const { all } = testStandings(entries, { state: 'provisional' })

test('given provisional results, then the notification has the places of the followed drivers', () => {
  expect(stateNotification(all, ['Bob', 'Nobody', 'Fay'])).toMatchObject({
    ...{ title: 'Provisional results are posted', body: 'Bob: 2nd in STR, Fay', tag: 'state' },
  })
})

test('given more followed drivers than fit, then the others are counted', () => {
  const names = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay']
  expect(stateNotification(all, names)?.body).toMatch(/^Ann: 1st in STR, .*Dan: 4th in STR, and 2 more$/)
})

test('given that no followed driver is in the list, then nothing is said of its state', () => {
  expect(stateNotification(all, ['Nobody'])).toBeUndefined()
})
