import { expect, test } from 'vitest'
import { createScene } from './scene.ts'
import type { SoakServer } from './server.ts'

/** A server whose start ends only when it is not frozen. */
function frozenAtStart() {
  let thaw = () => {}
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve
  })
  const starts: string[] = []
  const server: Pick<SoakServer, 'start' | 'thaw' | 'isRunning'> = {
    start() {
      starts.push('start')
      return thawed
    },
    thaw: () => thaw(),
    isRunning: () => starts.length > 0,
  }
  return { server: server as SoakServer, starts }
}

function sceneOf(server: SoakServer, faults: string[] = []) {
  const timing = { save: async () => {}, touch() {}, retitle() {} }
  const fault = (text: string) => void faults.push(text)
  return createScene({ random: () => 0, server, clients: [], processes: [], timing, fault })
}

test('given a server that was frozen while it starts, when the troubles end, then it is thawed and its start ends', async () => {
  const { server, starts } = frozenAtStart()
  const scene = sceneOf(server)
  await new Promise<void>((started) => {
    scene.later(0, () => {
      started()
      return server.start()
    })
  })
  await scene.heal()
  expect(starts).toEqual(['start'])
})

test('given a planned start, when the troubles end before it, then it is dropped and the server starts once', async () => {
  const { server, starts } = frozenAtStart()
  const scene = sceneOf(server)
  scene.later(2 ** 30, server.start)
  await scene.heal()
  expect(starts).toEqual(['start'])
})

test('given planned work that fails, when the troubles end, then its reason is a fault', async () => {
  const faults: string[] = []
  const scene = sceneOf(frozenAtStart().server, faults)
  await new Promise<void>((began) => {
    scene.later(0, async () => {
      began()
      throw new Error('The disk is full.')
    })
  })
  await scene.heal()
  expect(faults).toEqual(['The disk is full.'])
})
