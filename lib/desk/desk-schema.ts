import * as z from 'zod/mini'
import {
  autoScene,
  type DeskState,
  longestClass,
  longestMessage,
  longestScreenName,
  mostScreens,
  type Scene,
} from './desk-state.ts'

// Apart from desk-state.ts: the first load of a page has no schemas.

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest))

/** Any kind, so that a page reads the message of a server that has more of them. */
const sceneSchema = z.object({
  kind: text(40),
  class: z.optional(text(longestClass)),
  shown: z.optional(z.int().check(z.gte(0), z.lte(3))),
})

/** DeskState, in a message and in its file. */
export const deskStateSchema = z.object({
  version: z.int().check(z.gte(0)),
  message: z.optional(
    z.object({ id: z.int().check(z.positive()), text: text(longestMessage), since: z.int().check(z.gte(0)) }),
  ),
  screens: z.array(z.object({ name: text(longestScreenName), scene: sceneSchema })).check(z.maxLength(mostScreens)),
})

/** The state of parsed data. A kind of scene that is unknown here is `auto`. */
export function deskOf({ screens, ...rest }: z.infer<typeof deskStateSchema>): DeskState {
  return { ...rest, screens: screens.map(({ name, scene }) => ({ name, scene: readScene(scene) })) }
}

function readScene({ kind, class: classCode, shown = 0 }: z.infer<typeof sceneSchema>): Scene {
  if (classCode === undefined) return autoScene
  if (kind === 'class') return { kind, class: classCode }
  return kind === 'podium' ? { kind, class: classCode, shown } : autoScene
}
