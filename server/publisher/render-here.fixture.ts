import type { Told } from './parse/published-list.ts'
import { createPasses } from './render/passes.ts'
import type { Renderer } from './render/render.ts'

/** Makes passes in the process of the test: for tests that are not about the process of the renderer. */
export function renderHere(dataFolder: string): Renderer {
  const pass = createPasses(dataFolder)
  let known: Told | undefined
  return {
    async pass(files, published) {
      const { update, told } = await published(known)
      known = told
      return pass({ files, published: update })
    },
    stop: async () => {},
  }
}
