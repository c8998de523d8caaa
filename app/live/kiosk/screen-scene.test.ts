import { expect, test } from 'vitest'
import type { Scene } from '../../../lib/desk/desk-state.ts'
import { testStandings } from '../../../lib/standings/test-standings.fixture.ts'
import { screenScene } from './screen-scene.ts'

const { all } = testStandings([
  ['Ann', 'SS', ['40.0']],
  ['Bob', 'STR', ['41.0']],
])

function shown(scene: Scene, screen = 'Paddock', classCode = '') {
  const desk = { version: 1, screens: [{ name: 'Paddock', scene }] }
  const found = screenScene(desk, { screen, view: 'raw', classCode }, all)
  return found.kind === 'podium'
    ? `podium ${found.group.code} ${found.shown}`
    : `${found.choice.view} ${found.choice.classCode} ${found.note ?? ''}`.trim()
}

test.each<[Scene, string]>([
  [{ kind: 'auto' }, 'raw'],
  [{ kind: 'class', class: 'str' }, 'class STR'],
  [{ kind: 'podium', class: 'SS', shown: 2 }, 'podium SS 2'],
  [{ kind: 'class', class: 'XP' }, 'raw  There is no class “XP” now.'],
  [{ kind: 'podium', class: 'XP', shown: 2 }, 'raw  There is no class “XP” now.'],
])('given the scene %o, then the screen shows "%s"', (scene, words) => {
  expect(shown(scene)).toBe(words)
  expect(shown(scene, ' paddock ')).toBe(words)
})

test('given a name that the desk does not have, then the screen says so and shows what the address asks for', () => {
  expect(shown({ kind: 'class', class: 'SS' }, 'Grid', 'STR')).toBe('raw STR The desk has no screen “Grid”.')
})

test('given no name, then the desk does not steer the screen', () => {
  expect(shown({ kind: 'class', class: 'SS' }, '', 'STR')).toBe('raw STR')
})
