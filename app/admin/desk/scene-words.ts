import type { Scene } from '../../../lib/desk/desk-state.ts'

const places = ['nobody yet', '3rd', '3rd and 2nd', '3rd, 2nd and 1st']

/** What a screen shows, in words. */
export function sceneWords(scene: Scene): string {
  switch (scene.kind) {
    case 'auto':
      return 'all classes in turn'
    case 'class':
      return `class ${scene.class}`
    case 'podium':
      return `the podium of ${scene.class}: ${places[scene.shown] ?? ''}`
  }
}
