import type { Logger } from 'pino'
import { systemTimers } from '../lib/time/timers.ts'
import { writePrivateFile } from './admin/private-file.ts'
import type { Config } from './config.ts'
import type { Push, PushParts } from './push/push.ts'

type Parts = Pick<PushParts, 'log' | 'desk' | 'now'> & { readonly logger: Logger }

/**
 * Starts the notifications for phones. Undefined when they are off, or when their keys cannot be stored: the results do
 * not depend on them. What is off is not loaded.
 */
export async function openPush(config: Config, parts: Parts): Promise<Push | undefined> {
  const { stateFolder, publicOrigin, pushServices: services } = config
  if (!services) return undefined
  const { startPush } = await import('./push/push.ts')
  try {
    return await startPush({
      ...{ ...parts, stateFolder, publicOrigin, services },
      ...{ writeFile: writePrivateFile, timers: systemTimers },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    parts.logger.error(`notifications for phones are off, since their keys cannot be stored: ${reason}`)
    return undefined
  }
}
