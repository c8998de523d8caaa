import { safeText } from '../../cli/styled-text/safe-text.ts'
import type { PipelineProblem, SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import type {
  RecognisedFile,
  UnusableFile,
  UnusedColumn,
} from '../../server/publisher/recognise/entries/recognition.ts'
import { limitWarnings } from '../../server/publisher/render/limit-warnings.ts'

/** What a file is, and what its template takes from where. */
export function recognisedLines({ file, what, entries, fields }: RecognisedFile): readonly string[] {
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  const width = Math.max(...fields.map(({ attribute }) => attribute.length))
  return [
    `${safeText(file)} is ${what}: ${count}.`,
    ...fields.map(({ attribute, from }) => `  ${attribute.padEnd(width)}  from ${listed(from)}`),
  ]
}

export function unusableLines({ file, what, hint }: UnusableFile): readonly string[] {
  return [`${safeText(file)} is ${safeText(what)}: no template can read it.`, `  ${safeText(hint)}`]
}

const reasons: Readonly<Record<UnusedColumn['why'], string>> = {
  personal: 'Left out on purpose, since it may be personal',
  derived: 'Not used, since Paddock works it out',
  optional: 'Not used; to show it, name it in the template and under columns in event.yaml',
}

/** What is not used, by reason, and what a person should check; empty when there is nothing. */
export function doubtLines(files: readonly RecognisedFile[], warnings: readonly SourceWarning[]): readonly string[] {
  const unused = (['personal', 'derived', 'optional'] as const).flatMap((why) => {
    const names = [
      ...new Set(files.flatMap((file) => file.unused.filter((one) => one.why === why).map(({ name }) => name))),
    ]
    return names.length === 0 ? [] : [`${reasons[why]}: ${listed(names)}.`]
  })
  const doubts = [...new Set(files.flatMap((file) => file.doubts.map((doubt) => safeText(doubt))))]
  const others = limitWarnings(warnings)
    .map(({ message }) => safeText(message))
    .filter((message) => !doubts.includes(message))
  const check = [...doubts, ...others]
  const space = unused.length > 0 ? [''] : []
  return [...unused, ...(check.length === 0 ? [] : [...space, 'Please check:', ...check.map((one) => `  - ${one}`)])]
}

export function problemLines({ message, hint, excerpt = [] }: PipelineProblem): readonly string[] {
  return [
    'It makes no list:',
    `  ${safeText(message)}`,
    ...excerpt.map((line) => `  ${safeText(line)}`),
    `  ${safeText(hint)}`,
  ]
}

const mostListed = 24

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map((name) => `"${safeText(name)}"`)
  return `${shown.join(', ')}${names.length > mostListed ? ` and ${names.length - mostListed} more` : ''}`
}
