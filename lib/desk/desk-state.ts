/** The characters of a message, of a screen's name and of a class, and the number of screens. */
export const longestMessage = 200
export const longestScreenName = 40
export const longestClass = 60
export const mostScreens = 20

/** To every page and screen, in one line. Its id is the version that brought it; `since` is in Unix ms. */
export interface DeskMessage {
  readonly id: number
  readonly text: string
  readonly since: number
}

/**
 * What a big screen shows. auto: all classes in turn. class: one class. podium: the first three of a class, of which
 * `shown` places (0 to 3) are shown, the third first.
 */
export type Scene =
  | { readonly kind: 'auto' }
  | { readonly kind: 'class'; readonly class: string }
  | { readonly kind: 'podium'; readonly class: string; readonly shown: number }

export interface Screen {
  readonly name: string
  readonly scene: Scene
}

/** What the desk says to pages and screens. */
export interface DeskState {
  /** Grows with each change, also over restarts. 0: nothing was ever said. */
  readonly version: number
  readonly message?: DeskMessage | undefined
  /** In the order in which they were added. Two names differ in more than case. */
  readonly screens: readonly Screen[]
}

export const silentDesk: DeskState = { version: 0, screens: [] }

export const autoScene: Scene = { kind: 'auto' }

/** The key of a screen's name, without case and spare spaces. */
export function screenKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** What the screen of this name shows; `auto` for a name that the desk does not have. */
export function sceneOf(desk: DeskState, screenName: string): Scene {
  const key = screenKey(screenName)
  return desk.screens.find(({ name }) => screenKey(name) === key)?.scene ?? autoScene
}
