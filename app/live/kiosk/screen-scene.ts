import { type DeskState, sceneOf, screenKey } from '../../../lib/desk/desk-state.ts'
import type { ViewChoice } from '../../../lib/reader/view-state.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** What a big screen shows. */
export type ScreenScene =
  | {
      readonly kind: 'pages'
      readonly choice: Pick<ViewChoice, 'view' | 'classCode'>
      /** Why it is not what the desk asked for; undefined if it is. */
      readonly note: string | undefined
    }
  | { readonly kind: 'podium'; readonly group: ClassStanding; readonly shown: number }

/**
 * What the desk wants the screen of this name to show. Without a name, for a name that the desk does not have, and for
 * a class that is gone: the pages that the address asks for.
 */
export function screenScene(
  desk: DeskState,
  choice: Pick<ViewChoice, 'screen' | 'view' | 'classCode'>,
  { classes }: Pick<Standings, 'classes'>,
): ScreenScene {
  const { screen, view, classCode } = choice
  const pages = (note?: string) => ({ kind: 'pages', choice: { view, classCode }, note }) as const
  if (screen === '') return pages()
  if (!desk.screens.some(({ name }) => screenKey(name) === screenKey(screen)))
    return pages(`The desk has no screen “${screen}”.`)
  const scene = sceneOf(desk, screen)
  if (scene.kind === 'auto') return pages()
  const group = classes.find(({ code }) => classKey(code) === classKey(scene.class))
  if (!group) return pages(`There is no class “${scene.class}” now.`)
  if (scene.kind === 'podium') return { kind: 'podium', group, shown: scene.shown }
  return { kind: 'pages', choice: { view: 'class', classCode: group.code }, note: undefined }
}
