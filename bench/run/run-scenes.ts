import { createBenchmarkEvent } from '../event/benchmark-event.ts'
import { measureChurn } from '../measure/churn.ts'
import { playScene } from '../measure/scene.ts'
import type { SubjectName } from '../peers/peer-names.ts'
import type { Churn, Scene } from '../report/results.ts'
import { followPaddock } from '../subject/follow-paddock.ts'
import { followPeer, launchPeer } from '../subject/launch-peer.ts'
import type { Subject } from '../subject/subject.ts'
import { inFolder, type Stage, whileOpen } from './stage.ts'
import { withPaddock } from './with-paddock.ts'

/** Every server in turns, each round from another one on, so that none always comes first. */
export async function runScenes(stage: Stage): Promise<readonly Scene[]> {
  const { plan, say } = stage
  const listBytes = JSON.stringify(createBenchmarkEvent(plan.drivers).drivers()).length
  const scenes: Scene[] = []
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const name of inTurns(stage.servers, round)) {
      const tell = (text: string) => say(`round ${round} of ${plan.rounds}, ${name}: ${text}`)
      tell('starts')
      const order = { ...stage, round, listBytes, say: tell }
      scenes.push(await withSubject(stage, name, (subject) => playScene(subject, stage.load, order)))
    }
  }
  return scenes
}

/** Paddock alone, for as long as the plan says. */
export function runChurn(stage: Stage): Promise<Churn> {
  const say = (text: string) => stage.say(`clients come and go: ${text}`)
  return withSubject(stage, 'Paddock', (subject) => measureChurn(subject, stage.load, stage.plan, say))
}

function inTurns<Name>(names: readonly Name[], round: number): readonly Name[] {
  const first = (round - 1) % names.length
  return [...names.slice(first), ...names.slice(0, first)]
}

function withSubject<Result>(
  stage: Stage,
  name: SubjectName,
  use: (subject: Subject) => Promise<Result>,
): Promise<Result> {
  const event = createBenchmarkEvent(stage.plan.drivers)
  return inFolder(stage, (folder) =>
    name === 'Paddock'
      ? withPaddock(stage, event, folder, async (server, files) =>
          whileOpen(stage, await followPaddock(server, files, event), use),
        )
      : whileOpen(stage, launchPeer(name, folder, stage.pinning?.servers), async (peer) =>
          use(await followPeer(peer, name, event)),
        ),
  )
}
