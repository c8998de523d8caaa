import type { Report } from './report.ts'

export interface Truth {
  /** Call before this list and title are written into the files. */
  wrote(content: string, title: string): void
  /** Checks a client's report. Returns its fault, or undefined. */
  saw(report: Report): string | undefined
  /** The faults in the order of all reported versions: no log may return to an earlier list. */
  history(): readonly string[]
  /** The list and title that every client must have in the end. */
  readonly last: { readonly content: string; readonly title: string }
  readonly newest: number
  /** The numbers of reported versions, of their logs, and of reports. */
  counts(): { readonly versions: number; readonly logs: number; readonly states: number }
  /** When a higher version was first reported, by `now`; undefined for the newest version. */
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
 * Compares the contents of the files with the reports of clients. A version has the same content in all reports, no two
 * logs share a version, and each content was whole in the files at some time. [P1] [P2]
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
    // A page that is opened may be an older one from a cache.
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
   * The reported versions in order, each with its log. A bare client's version gets the log of the versions around it;
   * undefined where those are of two logs.
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
      let index = 0
      let isEmpty = false
      for (const { version, log, content } of inOrder()) {
        if (log === undefined) continue
        if (log !== logs.at(-1)) {
          if (logs.includes(log)) faults.push(`version ${version} belongs to log ${log}, which ended below it`)
          logs.push(log)
          index = 0
          isEmpty = true
        }
        // A new log may begin empty, and the title may change before its first list.
        if (isEmpty && content === emptyContent) continue
        isEmpty = false
        const next = written.indexOf(content, index)
        if (next < 0) faults.push(`version ${version} went back to what was in the files before`)
        else index = next
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
