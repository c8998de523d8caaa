import {
  autoScene,
  type DeskState,
  longestClass,
  longestMessage,
  longestScreenName,
  mostScreens,
  type Scene,
  type Screen,
  screenKey,
} from './desk-state.ts'

/** What somebody at the desk asks for. Texts are as they were typed. */
export type DeskChange =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'add_screen'; readonly name: string }
  | { readonly kind: 'remove_screen'; readonly name: string }
  | { readonly kind: 'steer'; readonly name: string; readonly scene: Scene }

export type DeskRefusal =
  | 'no_text'
  | 'text_too_long'
  | 'no_name'
  | 'name_too_long'
  | 'name_taken'
  | 'too_many_screens'
  | 'unknown_screen'
  | 'no_class'

/** unchanged: the desk says it already. */
export type ChangedDesk =
  | { readonly kind: 'changed'; readonly desk: DeskState }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: DeskRefusal }

/**
 * Applies one change at `now` (Unix ms). The new version is higher than the old one, and not below the clock: so it is
 * higher than one that was lost with the file, too.
 */
export function changeDesk(desk: DeskState, change: DeskChange, now: number): ChangedDesk {
  const version = Math.max(desk.version + 1, now)
  const withScreens = (screens: readonly Screen[]): ChangedDesk => ({
    kind: 'changed',
    desk: { ...desk, version, screens },
  })
  switch (change.kind) {
    case 'say': {
      const text = oneLine(change.text)
      if (text === '') return refused('no_text')
      if (text.length > longestMessage) return refused('text_too_long')
      // The same text again is a new message: readers who dismissed the old one see it.
      return { kind: 'changed', desk: { ...desk, version, message: { id: version, text, since: now } } }
    }
    case 'withdraw': {
      if (!desk.message) return { kind: 'unchanged' }
      const { message: _, ...rest } = desk
      return { kind: 'changed', desk: { ...rest, version } }
    }
    case 'add_screen': {
      const name = oneLine(change.name)
      if (name === '') return refused('no_name')
      if (name.length > longestScreenName) return refused('name_too_long')
      if (findScreen(desk, name)) return refused('name_taken')
      if (desk.screens.length >= mostScreens) return refused('too_many_screens')
      return withScreens([...desk.screens, { name, scene: autoScene }])
    }
    case 'remove_screen': {
      const screen = findScreen(desk, change.name)
      return screen ? withScreens(desk.screens.filter((one) => one !== screen)) : refused('unknown_screen')
    }
    case 'steer': {
      const screen = findScreen(desk, change.name)
      if (!screen) return refused('unknown_screen')
      const { scene } = change
      if (scene.kind !== 'auto' && (scene.class === '' || scene.class.length > longestClass)) return refused('no_class')
      if (isSameScene(screen.scene, scene)) return { kind: 'unchanged' }
      return withScreens(desk.screens.map((one) => (one === screen ? { ...one, scene } : one)))
    }
  }
}

function refused(reason: DeskRefusal): ChangedDesk {
  return { kind: 'refused', reason }
}

function findScreen({ screens }: DeskState, wanted: string): Screen | undefined {
  return screens.find(({ name }) => screenKey(name) === screenKey(wanted))
}

function isSameScene(one: Scene, other: Scene): boolean {
  const words = ({ kind, ...rest }: Scene) => JSON.stringify([kind, ...Object.entries(rest).sort()])
  return words(one) === words(other)
}

/** Text in one line without control characters; runs of spaces are one. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
