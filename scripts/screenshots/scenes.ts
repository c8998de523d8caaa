import type { Browser } from 'playwright'
import { photograph } from './photographer.ts'
import type { Shot } from './shot.ts'
import type { Scene } from './shot-views.ts'
import { damage, stageEmpty, stageEvent, stageNational } from './staged-events.ts'
import type { StagedServer } from './staged-server.ts'

/** Servers with the scenes that each plays in order; a scene changes the server for those after it. */
const productions: readonly { readonly scenes: readonly Scene[]; readonly stage: () => Promise<StagedServer> }[] = [
  { scenes: ['event', 'offline', 'stalled'], stage: stageEvent },
  { scenes: ['empty'], stage: stageEmpty },
  { scenes: ['national'], stage: stageNational },
]

/** Stages every scene that has shots and takes its pictures. Resolves with the troubles, a line each. */
export async function takeScenes(
  browser: Browser,
  shots: readonly Shot[],
  folder: string,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const troubles: string[] = []
  for (const { scenes, stage } of productions) {
    const wanted = shots.filter(({ view }) => scenes.includes(view.scene))
    if (wanted.length === 0) continue
    const server = await stage()
    try {
      for (const scene of scenes) {
        const ofScene = wanted.filter(({ view }) => view.scene === scene)
        if (ofScene.length === 0) continue
        if (scene === 'stalled') await damage(server)
        troubles.push(...(await photograph(browser, server, ofScene, folder, print)))
      }
    } finally {
      await server.stop()
    }
  }
  return troubles
}
