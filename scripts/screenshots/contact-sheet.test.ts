import { expect, test } from 'vitest'
import { contactSheet } from './contact-sheet.ts'
import { allShots } from './shot.ts'

test('every picture is on the sheet, a row for each view and screen', () => {
  const shots = allShots()
  const html = contactSheet(shots, [])
  for (const { name } of shots) expect(html).toContain(`src="${name}.png"`)
  expect(html.match(/<section>/g)).toHaveLength(shots.length / 3)
  expect(html).not.toContain('Troubles')
})

test('what pages complained about stands above the pictures, as text', () => {
  expect(contactSheet([], ['class-390-light: console: <img> is broken'])).toContain(
    '<li>class-390-light: console: &lt;img> is broken</li>',
  )
})
