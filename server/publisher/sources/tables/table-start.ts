import { SourceError } from '../source-error.ts'

/** Where a table begins, as a template says it: below `skip` lines, or at the first line with the heading `header`. */
export interface TableStart {
  readonly skip?: number | undefined
  readonly header?: string | undefined
}

interface StartedTable {
  /** The text, in which the lines above the header are blank, so that the others keep their numbers. */
  readonly text: string
  /** What a first line such as `sep=;` says. */
  readonly delimiter: string | undefined
}

const separatorLine = /^\ufeff?"?sep=(.)"?[ \t]*$/i

/** Blanks what is above the header line. Throws SourceError 'unreadable' when no line has the heading. */
export function startTable(text: string, file: string, { skip = 0, header }: TableStart): StartedTable {
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
  const delimiter = separatorLine.exec(firstLine)?.[1]
  const start = header === undefined ? skip : headerLine(text, file, header, skip)
  const above = Math.max(start, delimiter === undefined ? 0 : 1)
  if (above === 0) return { text, delimiter }
  const lines = text.split('\n')
  return { text: [...lines.slice(0, above).map(() => ''), ...lines.slice(above)].join('\n'), delimiter }
}

function headerLine(text: string, file: string, header: string, skip: number): number {
  const wanted = plain(header)
  const found = text.split('\n').findIndex(
    (line, at) =>
      at >= skip &&
      line
        .split(/[,;\t|]/)
        .map(plain)
        .includes(wanted),
  )
  if (found >= 0) return found
  const hint = 'Write a heading of the table as the file has it; capitals and quotes do not matter.'
  throw new SourceError('unreadable', file, `no line has the heading "${header}".`, hint)
}

function plain(field: string): string {
  return field.trim().replace(/^"|"$/g, '').trim().toLowerCase()
}
