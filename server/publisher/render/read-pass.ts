import type { DataFolder } from '../files/data-folder.ts'
import { createEventReader } from './event-file.ts'
import type { FilesRead, PassFiles } from './pass-result.ts'
import { noFeedsOfPass } from './readers/feed-reader.ts'
import type { ReadingMemory } from './readers/reading-memory.ts'
import { renderTemplate } from './render-template.ts'

/** Reads the data folder for one pass: event.yaml, and the template with the timing files. */
export async function readPass(
  request: PassFiles,
  folder: DataFolder,
  readEvent: ReturnType<typeof createEventReader> = createEventReader(),
  memory?: ReadingMemory,
): Promise<FilesRead> {
  const event = readEvent(folder, request.event)
  const known = request.feeds ?? noFeedsOfPass
  const isRead = event.kind === 'read'
  const feeds = isRead ? { ...known, settings: event.feeds ?? {}, scoring: event.event.scoring } : known
  const list = await renderTemplate(folder, request.template, feeds, memory)
  const files = folder.reads().filter(({ path }) => path !== request.event && !path.endsWith('.njk'))
  return {
    kind: 'read',
    event,
    list,
    files: files.map(({ path, modifiedAt, size }) => ({ path, modified_at: modifiedAt, size })),
  }
}
