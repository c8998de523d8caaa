import { fileURLToPath } from 'node:url'
import { startTalking, type TalkingProcess } from './talking-process.fixture.ts'

/** Starts a process that appends to the log of this folder until it is killed. */
export function startAppender(folder: string): TalkingProcess {
  const script = fileURLToPath(new URL('./appender.fixture.ts', import.meta.url))
  return startTalking([process.execPath, '--import', 'tsx', script, folder])
}
