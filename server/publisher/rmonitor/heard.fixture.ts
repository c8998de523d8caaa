import { parseLine } from './message.ts'
import { applyMessage, noSession, type Session } from './session.ts'

/** The session after these lines. */
export function heard(lines: readonly string[], session: Session = noSession): Session {
  return lines.reduce((before, line) => {
    const message = parseLine(line)
    return message.kind === 'bad' || message.kind === 'ignored' ? before : applyMessage(before, message)
  }, session)
}
