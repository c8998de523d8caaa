import { expect, test } from 'vitest'
import { changeDesk, type DeskChange } from './change-desk.ts'
import { deskStateSchema } from './desk-schema.ts'
import { type DeskState, sceneOf, silentDesk } from './desk-state.ts'

const now = 1_795_423_477_000

/** The desk after changes that must all apply, one millisecond after the other. */
function deskAfter(...changes: readonly DeskChange[]): DeskState {
  return changes.reduce((desk, change, index) => {
    const result = changeDesk(desk, change, now + index)
    if (result.kind !== 'changed') throw new Error(JSON.stringify(result))
    return result.desk
  }, silentDesk)
}

const tent: DeskChange = { kind: 'add_screen', name: 'Tent' }

test('a message has its text in one line, the time at which it was said, and the version as its id', () => {
  const desk = deskAfter({ kind: 'say', text: '  Heat 3\r\nin\t20 min\u0000 ' })
  expect(desk).toEqual({ version: now, message: { id: now, text: 'Heat 3 in 20 min', since: now }, screens: [] })
})

test('a message that is said again has another id, so that a reader who dismissed it sees it', () => {
  const desk = deskAfter({ kind: 'say', text: 'Rain' }, { kind: 'say', text: 'Rain' })
  expect(desk.message).toEqual({ id: now + 1, text: 'Rain', since: now + 1 })
})

test('a withdrawn message is absent, and a second withdrawal changes nothing', () => {
  const desk = deskAfter(tent, { kind: 'say', text: 'Rain' }, { kind: 'withdraw' })
  expect(desk).toEqual({ version: now + 2, screens: [{ name: 'Tent', scene: { kind: 'auto' } }] })
  expect(changeDesk(desk, { kind: 'withdraw' }, now + 9)).toEqual({ kind: 'unchanged' })
})

test('a version grows by one when the clock stands still or went back', () => {
  const first = deskAfter(tent)
  expect(changeDesk(first, { kind: 'say', text: 'Rain' }, now - 5000)).toMatchObject({ desk: { version: now + 1 } })
})

test('a new screen shows its pages by itself, and a steered one its class or podium, whatever the case of its name', () => {
  const podium = { kind: 'podium', class: 'STR', shown: 2 } as const
  const desk = deskAfter(tent, { kind: 'add_screen', name: 'Grid' }, { kind: 'steer', name: ' tENT ', scene: podium })
  expect(sceneOf(desk, 'tent')).toEqual(podium)
  expect([sceneOf(desk, 'Grid'), sceneOf(desk, 'Nowhere')]).toEqual([{ kind: 'auto' }, { kind: 'auto' }])
  expect(changeDesk(desk, { kind: 'steer', name: 'Tent', scene: { ...podium } }, now + 9)).toEqual({
    kind: 'unchanged',
  })
})

test('a removed screen is gone, and the others keep their order and scenes', () => {
  const names = ['A', 'B', 'C'].map((name): DeskChange => ({ kind: 'add_screen', name }))
  const desk = deskAfter(...names, { kind: 'remove_screen', name: 'b' })
  expect(desk.screens.map(({ name }) => name)).toEqual(['A', 'C'])
})

test('a change that cannot be made is refused with its reason', () => {
  const many = Array.from({ length: 20 }, (_, index): DeskChange => ({ kind: 'add_screen', name: `Screen ${index}` }))
  const full = deskAfter(...many)
  const cases: readonly (readonly [DeskChange, string])[] = [
    [{ kind: 'say', text: ' \n ' }, 'no_text'],
    [{ kind: 'say', text: 'x'.repeat(201) }, 'text_too_long'],
    [{ kind: 'add_screen', name: ' ' }, 'no_name'],
    [{ kind: 'add_screen', name: 'x'.repeat(41) }, 'name_too_long'],
    [{ kind: 'add_screen', name: 'SCREEN  3' }, 'name_taken'],
    [{ kind: 'add_screen', name: 'One more' }, 'too_many_screens'],
    [{ kind: 'remove_screen', name: 'One more' }, 'unknown_screen'],
    [{ kind: 'steer', name: 'One more', scene: { kind: 'auto' } }, 'unknown_screen'],
    [{ kind: 'steer', name: 'Screen 3', scene: { kind: 'class', class: '' } }, 'no_class'],
  ]
  for (const [change, reason] of cases) expect(changeDesk(full, change, now)).toEqual({ kind: 'refused', reason })
})

test('the longest message and name and the most screens are a state that its schema accepts', () => {
  const names = Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(40, 'x'))
  const changes = names.map((name): DeskChange => ({ kind: 'add_screen', name }))
  const desk = deskAfter(...changes, { kind: 'say', text: 'x'.repeat(200) })
  expect(deskStateSchema.parse(desk)).toEqual(desk)
  expect(deskStateSchema.safeParse({ ...desk, screens: [...desk.screens, ...desk.screens] }).success).toBe(false)
})
