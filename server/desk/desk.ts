import type { Logger } from 'pino'
import { changeDesk, type DeskChange } from '../../lib/desk/change-desk.ts'
import type { DeskState } from '../../lib/desk/desk-state.ts'
import type { DeskAnswer } from '../../lib/server-api/registry.ts'
import { type DeskFileParts, openDeskFile } from './desk-file.ts'

export interface DeskParts extends DeskFileParts {
  readonly logger: Pick<Logger, 'info' | 'error'>
}

/** The one owner of what the desk says. */
export interface Desk {
  current(): DeskState
  /** Applies changes one after the other. A change is durable before a listener hears of it. [P15] */
  change(change: DeskChange): Promise<DeskAnswer>
  /** Calls the listener after each change. Returns how to stop. */
  subscribe(listener: (desk: DeskState) => void): () => void
}

/** Reads what was said before the start. */
export async function startDesk({ logger, now, ...parts }: DeskParts): Promise<Desk> {
  const file = openDeskFile({ ...parts, logger, now })
  const listeners = new Set<(desk: DeskState) => void>()
  let current = await file.read()
  let last: Promise<unknown> = Promise.resolve()

  async function apply(change: DeskChange): Promise<DeskAnswer> {
    const changed = changeDesk(current, change, now())
    if (changed.kind === 'refused') return changed.reason
    if (changed.kind === 'unchanged') return 'done'
    try {
      await file.write(changed.desk)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error(`what the desk says cannot be stored: ${reason}. Pages and screens go on as before.`)
      return 'not_stored'
    }
    current = changed.desk
    logger.info({ version: current.version }, `the desk changed what it says: ${wordsOf(change)}`)
    for (const listener of listeners) listener(current)
    return 'done'
  }

  return {
    current: () => current,
    change(change) {
      const answer = last.then(() => apply(change))
      last = answer.catch(() => undefined)
      return answer
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function wordsOf(change: DeskChange): string {
  switch (change.kind) {
    case 'say':
      return `message ${quoted(change.text)}`
    case 'withdraw':
      return 'the message is withdrawn'
    case 'add_screen':
      return `screen ${quoted(change.name)} is added`
    case 'remove_screen':
      return `screen ${quoted(change.name)} is removed`
    case 'steer': {
      const { scene } = change
      if (scene.kind === 'auto') return `screen ${quoted(change.name)} shows all classes`
      const what = scene.kind === 'class' ? 'class' : `${scene.shown} of the podium of class`
      return `screen ${quoted(change.name)} shows ${what} ${quoted(scene.class)}`
    }
  }
}

/** On one line of the log, whatever was typed. */
function quoted(text: string): string {
  return JSON.stringify(text.trim())
}
