import { parseDocument } from 'yaml'
import { requireText } from '../require-text.ts'
import { SourceError } from '../source-error.ts'
import { refuseLongYaml } from './data-limits.ts'
import { withoutPrototypeKeys } from './without-prototype-keys.ts'

export interface YamlFile {
  readonly data: unknown
  /** The text does not end in a newline: it may be whole, or cut off. */
  readonly unterminated: boolean
}

/** As readYaml, with how the text ends. */
export function readYamlFile(text: string, file: string): YamlFile {
  return { data: readYaml(text, file), unterminated: !text.endsWith('\n') }
}

/**
 * Reads YAML 1.2, plain data only: repeated keys, custom tags and multiplying aliases are refused. Throws 'unreadable'
 * with the line.
 */
export function readYaml(text: string, file: string): unknown {
  requireText(text, file)
  refuseLongYaml(text, file)
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, logLevel: 'silent' })
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault) {
    const reason = fault.message.split(/ at line |\n/)[0] ?? ''
    throw unreadable(file, `this is no YAML that can be used (${reason}).`, fault.linePos?.[0].line)
  }
  try {
    return withoutPrototypeKeys(document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    throw unreadable(file, `this is no YAML that can be used (${error instanceof Error ? error.message : error}).`)
  }
}

function unreadable(file: string, problem: string, line?: number): SourceError {
  return new SourceError('unreadable', file, problem, 'Check the indentation, the colons and the quotes.', line)
}
