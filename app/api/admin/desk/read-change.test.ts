import { expect, test } from 'vitest'
import { deskAddress } from '../../../admin/desk/desk-address.ts'
import { readChange } from './read-change.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const steer = { change: 'steer', name: 'Tent', class: 'STR' }

test.each([
  [
    { change: 'say', text: ' Rain ' },
    { kind: 'say', text: ' Rain ' },
  ],
  [{ change: 'withdraw' }, { kind: 'withdraw' }],
  [
    { change: 'add_screen', name: 'Tent' },
    { kind: 'add_screen', name: 'Tent' },
  ],
  [{ change: 'remove_screen' }, { kind: 'remove_screen', name: '' }],
  [
    { ...steer, scene: 'auto' },
    { kind: 'steer', name: 'Tent', scene: { kind: 'auto' } },
  ],
  [
    { ...steer, scene: 'class' },
    { kind: 'steer', name: 'Tent', scene: { kind: 'class', class: 'STR' } },
  ],
  [
    { ...steer, scene: 'podium-2' },
    { kind: 'steer', name: 'Tent', scene: { kind: 'podium', class: 'STR', shown: 2 } },
  ],
  [
    { ...steer, scene: 'podium-4' },
    { kind: 'steer', name: 'Tent', scene: { kind: 'auto' } },
  ],
  [{ change: 'erase' }, undefined],
  [{}, undefined],
])('the form %j asks for the change %j', (fields, change) => {
  expect(readChange(form(fields))).toEqual(change)
})

test('a file in place of a text is an empty text', () => {
  const data = form({ change: 'say' })
  data.set('text', new Blob(['Rain']))
  expect(readChange(data)).toEqual({ kind: 'say', text: '' })
})

test('a refused change leads back to the forms with its reason and what was typed', () => {
  expect(deskAddress()).toBe('/admin#pages-and-screens')
  const change = { kind: 'say', text: 'Rain & wind' } as const
  const back = new URL(deskAddress({ reason: 'text_too_long', change }), 'http://localhost')
  expect([...back.searchParams]).toEqual([
    ['desk', 'text_too_long'],
    ['text', 'Rain & wind'],
  ])
  expect(back.hash).toBe('#pages-and-screens')
})
