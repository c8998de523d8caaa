import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pictures } from './pictures.ts'

const root = new URL('../../', import.meta.url)
const icon = readFileSync(new URL('app/icon.svg', root), 'utf8')

test.each(pictures(icon))('$path is a PNG of $width x $height', ({ path, width, height }) => {
  const file = readFileSync(fileURLToPath(new URL(path, root)))
  expect(file.toString('latin1', 1, 4)).toBe('PNG')
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([width, height])
})

test('the icon is drawn in three versions: as it is and with two sizes of the maskable ground', () => {
  const html = pictures(icon).map((picture) => picture.html)
  expect(new Set(html.map((one) => /base64,([^"]+)/.exec(one)?.[1])).size).toBe(3)
})

test('the picture of an event in chats has the same mark as the icon', () => {
  const card = readFileSync(new URL('app/live/card.png/card.tsx', root), 'utf8')
  const shapes = Array.from(icon.matchAll(/ d="([^"]+)"/g), ([, shape = '']) => shape)
  expect(shapes.length).toBeGreaterThan(2)
  for (const shape of shapes) expect(card).toContain(shape)
})
