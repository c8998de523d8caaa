import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OptionError } from '../../cli/options/option-error.ts'
import type { Event } from '../../lib/record/event.ts'
import { openDataFolder } from '../../server/publisher/files/data-folder.ts'
import { readEvent } from '../../server/publisher/render/event-file.ts'

const gridFile = 'live.rgg'

export interface DemoFolder {
  readonly event: Event
  /** The finished grid of the example. */
  readonly grid: string
  /** Writes the grid in place, as AXWare does: the file is emptied, then written. */
  save(text: string): void
}

/**
 * Copies the example's event and template into `folder`. Throws OptionError when the folder holds a different event,
 * and leaves it unchanged.
 */
export function prepareFolder(example: string, folder: string): DemoFolder {
  mkdirSync(folder, { recursive: true })
  for (const name of ['event.yaml', 'drivers.jsonl.njk']) {
    const text = readFileSync(join(example, name), 'utf8')
    const target = join(folder, name)
    if (existsSync(target) && readFileSync(target, 'utf8') !== text) {
      throw new OptionError(`${target} belongs to another event. Name an empty folder.`)
    }
    writeFileSync(target, text)
  }
  const event = readEvent(openDataFolder(folder), 'event.yaml')
  if (event.kind === 'rejected') throw new OptionError(event.problem.message)
  return {
    event: event.event,
    grid: readFileSync(join(example, gridFile), 'utf8'),
    save: (text) => writeFileSync(join(folder, gridFile), text),
  }
}
