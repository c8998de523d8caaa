import type { Report } from './report.ts'

export interface Truth {
  /** This list and title are about to be in the files, whole. */
  wrote(content: string, title: string): void
  /** Takes what a client says it has, and says what is wrong with it, if anything is. */
  saw(report: Report): string | undefined
  /** Looks at everything that was seen: nothing may go back within a log. */
  history(): readonly string[]
  /** What every client must come to. */
  readonly last: { readonly content: string; readonly title: string }
  readonly newest: number
  /** How many versions were seen, of how many logs, in how many reports. */
  counts(): { readonly versions: number; readonly logs: number; readonly states: number }
  /** When a version above this one was first seen, by `now`; undefined: it is the newest. */
  overtakenAt(version: number): number | undefined
}

interface Seen {
  readonly content: string
  title: string | undefined
  log: string | undefined
  readonly at: number
  readonly by: string
}

/**
 * What was in the files, and what clients said that they have. A version has one content, whoever says so and whenever,
 * no two logs share a version, and each content is one that was in the files as a whole. [P1] [P2]
 */
export function createTruth(emptyContent: string, now: () => number): Truth {
  const written: string[] = []
  const titles = new Set<string>()
  const seen = new Map<number, Seen>()
  const copies = new Map<string, Report>()
  let last = { content: emptyContent, title: '' }
  let newest = 0
  let states = 0

  function saw(report: Report): string | undefined {
    const { client, log, version, content, title, connection } = report
    const before = copies.get(client)
    copies.set(client, report)
    states += 1
    if (report.divergences > 0) return `${client} counts ${report.divergences} divergences at version ${version}`
    if (version === 0) return undefined
    const wentBack = before && before.log === log && version < before.version
    // A page that is opened may come from a cache.
    if (wentBack && connection !== 'connecting')
      return `${client} went back from version ${before.version} to ${version}`
    const known = seen.get(version)
    if (!known) return first(report)
    known.log ??= log
    known.title ??= title
    if (known.content !== content) return `version ${version} has two contents, for ${known.by} and for ${client}`
    if (log !== undefined && known.log !== log) return `version ${version} is in two logs, ${known.log} and ${log}`
    if (title !== undefined && known.title !== title)
      return `version ${version} has two titles, ${known.title} and ${title}`
    return undefined
  }

  function first({ client, log, version, content, title }: Report): string | undefined {
    seen.set(version, { content, title, log, at: now(), by: client })
    newest = Math.max(newest, version)
    const here = `version ${version}, first seen by ${client},`
    if (title !== undefined && !titles.has(title)) return `${here} has a title that was never in the file: ${title}`
    if (content !== emptyContent && !written.includes(content)) return `${here} was never in the file`
    return undefined
  }

  /**
   * What was seen, by version, each with its log. A bare client does not know its log: it is that of the versions
   * around it, and where those are of two it may be either, or one that nobody else saw.
   */
  function inOrder() {
    const ordered = [...seen].sort(([a], [b]) => a - b)
    const known = ordered.map(([, { log }]) => log)
    return ordered.map(([version, { content }], index) => {
      const before = known.slice(0, index + 1).findLast((log) => log !== undefined)
      const after = known.slice(index).find((log) => log !== undefined)
      return { version, content, log: before === after ? before : undefined }
    })
  }

  return {
    wrote(content, title) {
      written.push(content)
      titles.add(title)
      last = { content, title }
    },
    saw,
    history() {
      const faults: string[] = []
      const logs: string[] = []
      let place = 0
      let isEmpty = false
      for (const { version, log, content } of inOrder()) {
        if (log === undefined) continue
        if (log !== logs.at(-1)) {
          if (logs.includes(log)) faults.push(`version ${version} belongs to log ${log}, which ended below it`)
          logs.push(log)
          place = 0
          isEmpty = true
        }
        // A new log may begin empty, and the event may get another title before it has its first list.
        if (isEmpty && content === emptyContent) continue
        isEmpty = false
        const next = written.indexOf(content, place)
        if (next < 0) faults.push(`version ${version} went back to what was in the files before`)
        else place = next
      }
      return faults
    },
    get last() {
      return last
    },
    get newest() {
      return newest
    },
    counts: () => ({
      versions: seen.size,
      logs: new Set([...seen.values()].map(({ log }) => log).filter(Boolean)).size,
      states,
    }),
    overtakenAt(version) {
      let first: number | undefined
      for (const [other, { at }] of seen) if (other > version) first = Math.min(first ?? at, at)
      return first
    },
  }
}
