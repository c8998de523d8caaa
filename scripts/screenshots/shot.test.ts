import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { views } from '../../lib/reader/view-state.ts'
import { readGrid } from '../../testing/event/grid.ts'
import { allShots, chosenShots, readmeShots } from './shot.ts'
import { followed, scenes, shotViews } from './shot-views.ts'

const names = allShots().map(({ name }) => name)

test('every view has a picture for three screens and three themes, each with a different name', () => {
  expect(names).toHaveLength(shotViews.length * 9)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('class-390-light')
  expect(names).toContain('national-table-1440-sunlight')
  expect(names.filter((name) => !/^[a-z-]+-(?:390|820|1440)-(?:light|dark|sunlight)$/.test(name))).toEqual([])
})

test('the pictures show every view, state and scene of the page', () => {
  const queries = shotViews.map(({ path }) => new URLSearchParams(path.split('?')[1]))
  const shown = queries.map((query) => query.get('view') ?? 'class')
  expect(views.filter((view) => !shown.includes(view))).toEqual([])
  for (const name of ['driver', 'kiosk', 'q']) expect(queries.some((query) => query.has(name))).toBe(true)
  expect(new Set(shotViews.map(({ scene }) => scene))).toEqual(new Set(scenes))
})

test('a picture is chosen when its name has at least one of the words', () => {
  const chosen = (...words: string[]) => chosenShots(allShots(), words).map(({ name }) => name)
  expect(chosen()).toEqual(names)
  expect(chosen('class-390-dark')).toEqual(['class-390-dark', 'national-class-390-dark'])
  expect(chosen('empty-820', 'kiosk-1440-light')).toEqual([
    ...['kiosk-1440-light', 'empty-820-light', 'empty-820-dark', 'empty-820-sunlight'],
  ])
  expect(chosen('nothing')).toEqual([])
})

test('the README and docs/SCREENS.md show each of their pictures', () => {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
  const readme = `${read('README.md')}${read('docs/SCREENS.md').replaceAll('](images/', '](docs/images/')}`
  const shots = readmeShots()
  expect(shots.length).toBeGreaterThan(3)
  for (const { name } of shots) expect(readme).toContain(`docs/images/${name}.png`)
})

test('every driver with a star or an open sheet is exactly one entry of the example', () => {
  const text = readFileSync(fileURLToPath(new URL('../../data/live.rgg', import.meta.url)), 'utf8')
  const people = readGrid(text).rows.map((row) => `${row['First Name']} ${row['Last Name']}`.trim())
  const sheet = shotViews.flatMap(({ path }) => new URLSearchParams(path.split('?')[1]).getAll('driver'))
  // A repeated name would get class and number appended.
  for (const name of [...followed, ...sheet]) expect(people.filter((one) => one === name)).toEqual([name])
})
