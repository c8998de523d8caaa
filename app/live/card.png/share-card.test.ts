import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { defaultEvent, type Event } from '../../../lib/record/event.ts'
import { drawable, shareCard } from './share-card.ts'

const event: Event = { ...defaultEvent('Points Autocross 4'), date: '17 May 2026', place: 'Nowhere Airfield' }

test('the card has title, date, place and state of the event', () => {
  expect(shareCard(event)).toEqual({
    title: 'Points Autocross 4',
    details: '17 May 2026 · Nowhere Airfield',
    state: 'unofficial',
  })
})

test.each([
  ['🏁 Night Autocross 🏁', 'Night Autocross'],
  ['Autocross 🇨🇭 👩🏽‍🔧 ©', 'Autocross'],
  ['Ночной слалом à Besançon', 'Ночной слалом à Besançon'],
  ['Đua xe ở Hà Nội', 'Đua xe ở Hà Nội'],
  ['雪の祭り 🏁', undefined],
  ['Autocross 雪', undefined],
  ['🏁', undefined],
  ['سباق', undefined],
])('the title "%s" is drawn as "%s"', (title, drawn) => {
  expect(shareCard({ ...event, title })?.title).toBe(drawn)
})

test('the card has no place that cannot be drawn, and a long title is cut off', () => {
  expect(shareCard({ ...event, place: '筑波サーキット' })?.details).toBe('17 May 2026')
  expect(shareCard({ ...event, title: 'Autocross '.repeat(20) })?.title).toMatch(/^(?:Autocross ){8}Autocross…$/)
})

test('the font of the renderer has every drawable character', () => {
  const font = covered()
  expect(font.size).toBeGreaterThan(500)
  const missing: string[] = []
  for (let point = 0; point <= 0xffff; point += 1) {
    const character = String.fromCharCode(point)
    if (drawable.test(character) && !font.has(point)) missing.push(character)
  }
  expect(missing).toEqual([])
})

/**
 * The code points below U+FFFF that the font of Next's renderer has, read from its `cmap` table (format 4).
 */
function covered(): ReadonlySet<number> {
  const file = createRequire(import.meta.url).resolve('next/dist/compiled/@vercel/og/Geist-Regular.ttf')
  const font = readFileSync(file)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0
  const start = font.readUInt32BE(cmap + 8)
  const table = start + font.readUInt32BE(start + 8)
  expect(font.readUInt16BE(table)).toBe(4)
  const segments = font.readUInt16BE(table + 6) / 2
  const points = new Set<number>()
  for (let segment = 0; segment < segments; segment += 1) {
    const last = font.readUInt16BE(table + 14 + 2 * segment)
    const first = font.readUInt16BE(table + 16 + 2 * segments + 2 * segment)
    for (let point = first; point <= last && point < 0xffff; point += 1) points.add(point)
  }
  return points
}
