import * as z from 'zod/mini'

/** Characters of a message, of a screen's name and of a class, and the number of screens. */
export const longestMessage = 200
export const longestScreenName = 40
const longestClass = 60
export const mostScreens = 20

const classCode = z.string().check(z.minLength(1), z.maxLength(longestClass))

/**
 * What a big screen shows. auto: all classes in turn. class: one class. podium: the first three of a class, of which
 * `shown` places are shown, the third first.
 */
export const sceneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('auto') }),
  z.object({ kind: z.literal('class'), class: classCode }),
  z.object({ kind: z.literal('podium'), class: classCode, shown: z.int().check(z.gte(0), z.lte(3)) }),
])

/** What the desk says to pages and screens. Times are Unix ms by the server's clock. */
export const deskStateSchema = z.object({
  /** Grows with each change, also over restarts. 0: nothing was ever said. */
  version: z.int().check(z.gte(0)),
  /** To every page and screen, in one line; absent: none. Its id is the version that brought it. */
  message: z.optional(
    z.object({
      id: z.int().check(z.positive()),
      text: z.string().check(z.minLength(1), z.maxLength(longestMessage)),
      since: z.int().check(z.gte(0)),
    }),
  ),
  /** In the order in which they were added. Two names differ in more than case. */
  screens: z
    .array(z.object({ name: z.string().check(z.minLength(1), z.maxLength(longestScreenName)), scene: sceneSchema }))
    .check(z.maxLength(mostScreens)),
})

export type Scene = Readonly<z.infer<typeof sceneSchema>>

export interface DeskMessage {
  readonly id: number
  readonly text: string
  readonly since: number
}

export interface Screen {
  readonly name: string
  readonly scene: Scene
}

export interface DeskState {
  readonly version: number
  readonly message?: DeskMessage | undefined
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
