import type { DataFolder } from '../files/data-folder.ts'
import { createEventReader } from './event-file.ts'
import type { FilesRead, PassFiles } from './pass-result.ts'
import { renderTemplate } from './render-template.ts'

/** Reads the data folder for one pass: event.yaml, and the template with the timing files. */
export async function readPass(
  request: PassFiles,
  folder: DataFolder,
  readEvent: ReturnType<typeof createEventReader> = createEventReader(),
): Promise<FilesRead> {
  const event = readEvent(folder, request.event)
  const settings = event.kind === 'read' ? event.feeds : undefined
  const list = await renderTemplate(folder, request.template, { settings, readings: request.feeds ?? {} })
  const files = folder.reads().filter(({ path }) => path !== request.event && !path.endsWith('.njk'))
  return {
    kind: 'read',
    event,
    list,
    files: files.map(({ path, modifiedAt, size }) => ({ path, modified_at: modifiedAt, size })),
  }
}
