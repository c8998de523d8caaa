import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Event } from '../../lib/record/event.ts'
import { openDataFolder } from '../../server/publisher/files/data-folder.ts'
import { readEvent } from '../../server/publisher/render/event-file.ts'
import { type Grid, gridText } from './grid.ts'
import { eventText, makeGrid } from './made-up-event.ts'

const template = `{% for entry in axware_grid("live.rgg") -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, car: entry.car, runs: entry.runs } | dump }}
{% endfor %}`

export interface EventFolder {
  readonly path: string
  readonly event: Event
  /** The first grid of the folder. */
  readonly grid: Grid
  /** The path of the timing file. */
  readonly file: string
  /** Writes the whole grid in place, like timing software at every save. */
  save(grid: Grid): Promise<void>
  remove(): Promise<void>
}

/** A data folder with a made-up event of `size` entries in its middle, the first `early` of which have driven once. */
export async function makeEventFolder(size: number, early = 0): Promise<EventFolder> {
  const path = await mkdtemp(join(tmpdir(), 'paddock-bench-'))
  const file = join(path, 'live.rgg')
  const grid = makeGrid(size, early)
  await writeFile(join(path, 'event.yaml'), eventText(size))
  await writeFile(join(path, 'drivers.jsonl.njk'), template)
  await writeFile(file, gridText(grid))
  const read = readEvent(openDataFolder(path), 'event.yaml')
  if (read.kind === 'rejected') throw new Error(read.problem.message)
  return {
    path,
    event: read.event,
    grid,
    file,
    save: (changed) => writeFile(file, gridText(changed)),
    remove: () => rm(path, { recursive: true }),
  }
}
