import type { PipelineProblem } from '../../../lib/server-api/pipeline-state.ts'
import { SourceError } from '../sources/source-error.ts'

const linesAround = 2

/** The lines around one, as `12 | text`, the line itself marked. */
export function excerptOf(text: string | undefined, line: number | undefined): string[] | undefined {
  if (text === undefined || line === undefined) return undefined
  const all = text.split('\n')
  const first = Math.max(1, line - linesAround)
  return all.slice(first - 1, line + linesAround).map((content, index) => {
    const number = first + index
    const shown = content.length > 160 ? `${content.slice(0, 160)}…` : content
    return `${number === line ? '>' : ' '} ${String(number).padStart(4)} | ${shown}`
  })
}

/** A problem that can be shown, from whatever was thrown while a file was read. */
export function problemOf(error: unknown, file: string): PipelineProblem {
  if (error instanceof SourceError) {
    const { code, message, hint, file, line } = error
    return { code, message: shortened(message), hint, file: shortened(file), line }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'unreadable', message: `${file}: ${shortened(message)}`, hint: 'Check the file.', file }
}

/** A text for a sentence: files and templates can make one of any length. */
export function shortened(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text
}
