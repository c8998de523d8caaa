import type { DeskChange } from '../../../../lib/desk/change-desk.ts'
import type { Scene } from '../../../../lib/desk/desk-state.ts'

/** The change that a form of the desk asks for; undefined when it is none of its forms. */
export function readChange(form: FormData): DeskChange | undefined {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  switch (text('change')) {
    case 'say':
      return { kind: 'say', text: text('text') }
    case 'withdraw':
      return { kind: 'withdraw' }
    case 'add_screen':
      return { kind: 'add_screen', name: text('name') }
    case 'remove_screen':
      return { kind: 'remove_screen', name: text('name') }
    case 'steer':
      return { kind: 'steer', name: text('name'), scene: readScene(text('scene'), text('class')) }
    default:
      return undefined
  }
}

/** auto, class, or podium-0 to podium-3: the value of the button that was pressed. */
function readScene(scene: string, classCode: string): Scene {
  if (scene === 'class') return { kind: 'class', class: classCode }
  const [, shown] = /^podium-([0-3])$/.exec(scene) ?? []
  return shown === undefined ? { kind: 'auto' } : { kind: 'podium', class: classCode, shown: Number(shown) }
}
