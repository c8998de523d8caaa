import type { HtmlRow } from '../html/html-table.ts'

/** The heading of a class or an index group. */
export interface AxwareGroup {
  readonly code: string
  readonly name: string
  /** The number of entries that the heading promises. */
  readonly promised: number | undefined
}

/**
 * Reads a heading such as `ss - 'Super Street' Total Entries: 6 Trophies: 2`, with or without code or dash; or a row of
 * only a ruler with an anchor. Undefined for any other row.
 */
export function readAxwareGroup(row: HtmlRow): AxwareGroup | undefined {
  const [first] = row.cells
  if (!first) return undefined
  const count = /\bTotal Entries:\s*(\d+)/i.exec(first.text)
  const alone = row.cells.length === 1 && first.anchor !== undefined
  if (!count && !alone) return undefined

  const heading = (count ? first.text.slice(0, count.index) : first.text).replace(/[\s-]+$/, '')
  const parts = /^(?:(\S+)\s+-\s+)?(?:'(.*)'|(.*))$/.exec(heading)
  const name = parts?.[2] ?? parts?.[3] ?? ''
  const code = parts?.[1] ?? first.anchor ?? name
  // 'Total Entries: 33' alone counts the whole event.
  if (code === '') return undefined
  return { code, name: name === code ? '' : name, promised: count ? Number(count[1]) : undefined }
}
