import type { Session } from './session.ts'
import { wideJson } from './wide-json.ts'

const block = /<!-- session: ([a-z-]+) -->\n```json\n(.*?)\n```/gs

/** The messages of the session that a document shows, by name. */
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
 * The session without what differs from run to run: versions count from the first one, times are replaced by a word,
 * and logs are numbered in their order.
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
