import { SourceError } from '../../sources/source-error.ts'

/** The error of a template that asks for what leads from data to code. */
export function refusal(what: string, file: string, line: number | undefined): SourceError {
  const hint = 'A template uses its own names, its data and the readers of docs/TEMPLATES.md. The last good list stays.'
  return new SourceError('template_refused', file, `${what} is not for templates.`, hint, line)
}
