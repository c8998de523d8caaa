import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Event } from '../../lib/record/event.ts'
import { openDataFolder } from '../../server/publisher/files/data-folder.ts'
import { readEvent } from '../../server/publisher/render/event-file.ts'
import { gridText, readGrid, withoutRuns, withStep } from '../../testing/event/grid.ts'
import { eventText, makeGrid } from '../../testing/event/made-up-event.ts'
import { withResults } from '../demo/results.ts'
import { demoSteps } from '../demo/steps.ts'
import { type StagedServer, stageServer } from './staged-server.ts'

const example = fileURLToPath(new URL('../../data', import.meta.url))
const read = (name: string) => readFileSync(join(example, name), 'utf8')
const timingFile = 'live.rgg'

/** Start of the first run: on the day of the example, at ten in the morning. Unix ms. */
const firstCar = Date.UTC(2026, 4, 17, 15, 0, 0)

/** Milliseconds between two runs, and since the last one. */
const carToCar = 28_000
const sinceTheLast = 14_000

/** The share of the steps that were saved: the second heat is in its third round. */
const driven = 0.88

/**
 * The example event in its middle, every run of it saved and published one by one: with news, corrections and reruns.
 */
export async function stageEvent(): Promise<StagedServer> {
  const event = exampleEvent()
  const finished = readGrid(read(timingFile))
  let grid = withoutRuns(finished)
  const text = () => gridText(withResults(grid, event))
  const server = await stageServer(firstCar, exampleFiles(text()))
  const steps = demoSteps(finished, 1)
  for (const step of steps.slice(0, Math.round(steps.length * driven))) {
    grid = withStep(grid, step)
    server.advance(carToCar)
    await server.publish(timingFile, text())
  }
  server.advance(sinceTheLast)
  return server
}

/** Cuts the timing file within quotes and advances the clock by a minute and a half. */
export async function damage(server: StagedServer): Promise<void> {
  const text = read(timingFile)
  const until = server.now() + 95_000
  server.write(timingFile, text.slice(0, text.indexOf('"', text.length / 4) + 1))
  // The server reports a problem only when it lasts: the file may be in the middle of a save.
  const passing = setInterval(() => server.advance(2000), 500)
  await server.stalled().finally(() => clearInterval(passing))
  server.advance(Math.max(0, until - server.now()))
}

/** The example event before its first entry: the file has its header and nothing else. */
export function stageEmpty(): Promise<StagedServer> {
  return stageServer(firstCar, exampleFiles(gridText({ ...readGrid(read(timingFile)), rows: [] })))
}

/** A national event of 1,300 entries in 80 classes. */
export function stageNational(): Promise<StagedServer> {
  return stageServer(firstCar, {
    ...{ [timingFile]: gridText(makeGrid(1300)), 'drivers.jsonl.njk': read('drivers.jsonl.njk') },
    'event.yaml': eventText(1300).replace(/^title: .*$/m, 'title: National Championship'),
  })
}

function exampleFiles(grid: string): Readonly<Record<string, string>> {
  return { 'event.yaml': read('event.yaml'), 'drivers.jsonl.njk': read('drivers.jsonl.njk'), [timingFile]: grid }
}

function exampleEvent(): Event {
  const found = readEvent(openDataFolder(example), 'event.yaml')
  if (found.kind === 'rejected') throw new Error(found.problem.message)
  return found.event
}
