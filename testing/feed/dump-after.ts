import type { MadeUpSession } from './made-up-session.ts'

/** What a timing system sends first to a connection that begins after so many lines: names, and the newest results. */
export function dumpAfter({ lines, dump }: MadeUpSession, count: number): readonly string[] {
  const newest = new Map<string, string>()
  for (const { line } of lines.slice(0, count)) {
    const [kind = '', , id = ''] = line.split(',')
    if (kind === '$G' || kind === '$H') newest.set(`${kind} ${id}`, line)
  }
  return [...newest.values(), ...dump.filter((line) => !/^\$[GH],/.test(line))]
}
