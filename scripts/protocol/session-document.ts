import type { Session } from './session.ts'
import { wideJson } from './wide-json.ts'

const block = /<!-- session: ([a-z-]+) -->\n```json\n(.*?)\n```/gs

/** The messages of the session as a document shows them. */
export function sessionIn(document: string): Session {
  return new Map(Array.from(document.matchAll(block), ([, name = '', json = '']) => [name, JSON.parse(json)]))
}

/** The document with the messages of this session in its blocks. */
export function withSession(document: string, session: Session): string {
  return document.replace(block, (_block, name: string) => {
    if (!session.has(name)) throw new Error(`The session has no message "${name}".`)
    return `<!-- session: ${name} -->\n\`\`\`json\n${wideJson(session.get(name))}\n\`\`\``
  })
}

const times = new Set(['at', 'source_at', 'now', 'stalled_since'])

/**
 * The session with what is different each time made the same: versions are counted from the first one, times are only
 * known to be some, and logs are numbered as they come.
 */
export function comparable(session: Session): readonly unknown[] {
  const logs: unknown[] = []
  let first: number | undefined
  const change = (key: string, value: unknown): unknown => {
    if (times.has(key)) return Number.isSafeInteger(value) ? 'a time' : value
    if ((key === 'version' || key === 'from') && typeof value === 'number' && value > 0) {
      first ??= value
      return `first + ${value - first}`
    }
    if (key !== 'log') return value
    if (!logs.includes(value)) logs.push(value)
    return `log ${logs.indexOf(value)}`
  }
  return [...session].map(([name, message]) => ({ name, message: JSON.parse(JSON.stringify(message), change) }))
}
