import type { Theme } from '../../lib/reader/theme.ts'
import { type ShotView, shotViews } from './shot-views.ts'

/** The screens: a phone held upright, a tablet, a laptop. */
const screens = [
  { width: 390, height: 844, scale: 2, touch: true },
  { width: 820, height: 1180, scale: 1, touch: true },
  { width: 1440, height: 900, scale: 1, touch: false },
] as const
type Screen = (typeof screens)[number]

/** Without `auto`, which resolves to one of these. */
const shotThemes = ['light', 'dark', 'sunlight'] as const satisfies readonly Theme[]
type ShotTheme = (typeof shotThemes)[number]

/** One picture. */
export interface Shot {
  /** The file's, without its ending. */
  readonly name: string
  readonly view: ShotView
  readonly screen: Screen
  readonly theme: ShotTheme
}

/** Every picture: all views on all screens in all themes. */
export function allShots(): readonly Shot[] {
  return shotViews.flatMap((view) =>
    screens.flatMap((screen) =>
      shotThemes.map((theme) => ({ name: `${view.name}-${screen.width}-${theme}`, view, screen, theme })),
    ),
  )
}

/** The shots with at least one of the words in their names; all when there are no words. */
export function chosenShots(shots: readonly Shot[], words: readonly string[]): readonly Shot[] {
  return words.length === 0 ? shots : shots.filter(({ name }) => words.some((word) => name.includes(word)))
}

/** The README's pictures, a laptop and four phones in a row, and those of docs/SCREENS.md. */
const readmePictures: readonly (readonly [file: string, shot: string])[] = [
  ['live', 'class-1440-light'],
  ['live-class', 'class-390-light'],
  ['live-driver', 'driver-390-light'],
  ['live-latest', 'latest-390-dark'],
  ['live-mine', 'mine-390-sunlight'],
  ['overlay', 'overlay-1440-light'],
  ['embed', 'embed-820-light'],
]

/** The README's pictures under the names of their files there. */
export function readmeShots(): readonly Shot[] {
  return readmePictures.flatMap(([name, shot]) =>
    allShots()
      .filter((one) => one.name === shot)
      .map((one) => ({ ...one, name, screen: { ...one.screen, scale: 1 } as Screen })),
  )
}
