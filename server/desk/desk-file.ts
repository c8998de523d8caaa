import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { deskOf, deskStateSchema } from '../../lib/desk/desk-schema.ts'
import { type DeskState, silentDesk } from '../../lib/desk/desk-state.ts'

/** `desk.json` in the state folder: what the desk says. */
export interface DeskFile {
  /** As it was stored. After a damaged file nothing is said, with a version above any that was. */
  read(): Promise<DeskState>
  /** Resolves when the state is durable. Rejects when it cannot be stored: then the old one may still be there. */
  write(desk: DeskState): Promise<void>
}

export interface DeskFileParts {
  readonly stateFolder: string
  /** Replaces a file as a whole, durably. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  readonly logger: Pick<Logger, 'error'>
  /** Unix ms. */
  readonly now: () => number
}

export function openDeskFile({ stateFolder, writeFile, logger, now }: DeskFileParts): DeskFile {
  const path = join(stateFolder, 'desk.json')

  /** Nothing is said, above the version in the file: that was not above the clock when the file was written. */
  async function quarantine(reason: string): Promise<DeskState> {
    const modified = await stat(path).then(
      ({ mtimeMs }) => Math.ceil(mtimeMs),
      () => 0,
    )
    const name = `desk.json.damaged-${now()}`
    const kept = await rename(path, join(stateFolder, name)).then(
      () => `It is kept as ${name}.`,
      () => 'It stays where it is, and the next change replaces it.',
    )
    logger.error(`desk.json cannot be used: ${reason}. ${kept} Nothing is said to pages and screens.`)
    return { ...silentDesk, version: Math.max(now(), modified) + 1 }
  }

  return {
    async read() {
      let text: string
      try {
        text = await readFile(path, 'utf8')
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException
        return code === 'ENOENT' ? silentDesk : quarantine(message)
      }
      try {
        return deskOf(deskStateSchema.parse(JSON.parse(text)))
      } catch {
        return quarantine('it is damaged')
      }
    },
    write: (desk) => writeFile(path, JSON.stringify(desk)),
  }
}
