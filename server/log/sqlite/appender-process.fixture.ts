import { compiledSource } from '../../../testing/compiled/compiled-source.ts'
import { startTalking, type TalkingProcess } from './talking-process.fixture.ts'

/** Starts a process that appends to the log of this folder until it is killed. */
export async function startAppender(folder: string): Promise<TalkingProcess> {
  return startTalking([process.execPath, await compiledSource('server/log/sqlite/appender.fixture.ts'), folder])
}
