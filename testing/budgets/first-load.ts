import { gzipSync } from 'node:zlib'
import type { Budget } from './budgets.ts'

/** A file of a page's first load, as it crosses the network. */
export interface LoadedFile {
  readonly path: string
  /** Size with gzip, whatever the server's compression, so that it is the same on every machine. */
  readonly bytes: number
}

/**
 * The scripts that a page's HTML loads before hydration, in order, each once. A `nomodule` script is skipped, as by
 * every browser that supports modules.
 */
export function scriptsOf(html: string): readonly string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? []
  const paths = tags.flatMap((tag) => {
    if (/^<script/i.test(tag)) return /\bnomodule\b/i.test(tag) ? [] : attribute(tag, 'src')
    const isScript = /\bas="script"/.test(tag) || /\brel="modulepreload"/.test(tag)
    return isScript ? attribute(tag, 'href') : []
  })
  return [...new Set(paths)]
}

/** The style sheets that a page's HTML links to or preloads, in order, each once. */
export function stylesOf(html: string): readonly string[] {
  const links = html.match(/<link\b[^>]*>/gi) ?? []
  const sheets = links.filter((tag) => /\brel="stylesheet"/.test(tag) || /\bas="style"/.test(tag))
  return [...new Set(sheets.flatMap((tag) => attribute(tag, 'href')))]
}

export function gzipBytes(content: string | Uint8Array): number {
  return gzipSync(content).length
}

export function sumBytes(files: readonly LoadedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Explains a size: its budget, the difference, and the largest files. */
export function explainSize({ what, limit }: Budget, files: readonly LoadedFile[]): string {
  const size = sumBytes(files)
  const over = size > limit ? `${kilobytes(size - limit)} over` : `${kilobytes(limit - size)} left`
  const largest = files.toSorted((one, other) => other.bytes - one.bytes).slice(0, 5)
  const lines = largest.map(({ path, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${path}`)
  return [`${what}: ${kilobytes(size)}, budget ${kilobytes(limit)} (${over}). The largest:`, ...lines].join('\n')
}

function attribute(tag: string, name: string): string[] {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? [] : [value.replaceAll('&amp;', '&')]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
