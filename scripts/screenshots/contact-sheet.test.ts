import { expect, test } from 'vitest'
import { contactSheet } from './contact-sheet.ts'
import { allShots } from './shot.ts'

test('the contact sheet has every picture and a row for each view and screen', () => {
  const shots = allShots()
  const html = contactSheet(shots, [])
  for (const { name } of shots) expect(html).toContain(`src="${name}.png"`)
  expect(html.match(/<section>/g)).toHaveLength(shots.length / 3)
  expect(html).not.toContain('Troubles')
})

test('the contact sheet lists the complaints of pages as escaped text', () => {
  expect(contactSheet([], ['class-390-light: console: <img> is broken'])).toContain(
    '<li>class-390-light: console: &lt;img> is broken</li>',
  )
})
