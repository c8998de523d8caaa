import { describe, expect, test } from 'vitest'
import { createRegistry } from '../server/metrics/registry.ts'
import { codeIn, readText, tableBelow } from './markdown.ts'
import { sourceFiles } from './source-files.ts'

const document = readText('docs/OPERATING.md')
const prose = document.replaceAll('`', '').replace(/\s+/g, ' ')
const server = sourceFiles(['server']).map((path) => ({ path, text: readText(path) }))

/** The codes in the first column of the table below a line. */
function codesBelow(line: string): string[] {
  return tableBelow(document, line).flatMap(([cell = '']) => codeIn(cell))
}

/** The texts that a pattern's group matches in the sources of a folder, each once. */
function found(folder: string, pattern: RegExp): string[] {
  const files = server.filter(({ path }) => path.startsWith(folder))
  return [...new Set(files.flatMap(({ text }) => Array.from(text.matchAll(pattern), ([, code = '']) => code)))]
}

/** The members of a union of texts that follows the text `start`. */
function unionAfter(path: string, start: string): string[] {
  const [, rest = ''] = readText(path).split(start)
  const [union = ''] = /^\s*(?:\|?\s*'[a-z_]+'\s*)+/.exec(rest) ?? []
  return Array.from(union.matchAll(/'([a-z_]+)'/g), ([, code = '']) => code)
}

/** The text of a literal that begins with this quote, each `${...}` in it as one line end. */
function literalAt(source: string, start: number): string {
  const quote = source[start]
  let text = ''
  for (let at = start + 1; at < source.length && source[at] !== quote; at += 1) {
    if (quote !== '`' || !source.startsWith('${', at)) text += source[at]
    else {
      at = endOfHole(source, at + 2)
      text += '\n'
    }
  }
  return text
}

function endOfHole(source: string, start: number): number {
  let depth = 1
  let at = start
  for (; depth > 0 && at < source.length; at += 1) {
    if (source[at] === '{') depth += 1
    if (source[at] === '}') depth -= 1
  }
  return at - 1
}

/** The messages in calls such as `new StartError(`, as first argument or after an object. */
function messagesOf(folder: string, call: string): string[] {
  const files = server.filter(({ path }) => path.startsWith(folder))
  const literal = new RegExp(`${call.replace(/[(.]/g, '\\$&')}\\s*(?:\\{[^}]*\\},\\s*)?(?=['\`])`, 'g')
  return files.flatMap(({ text }) =>
    Array.from(text.matchAll(literal), (match) => literalAt(text, match.index + match[0].length)),
  )
}

const words = /[a-z]{2,} [a-z]{2,}/i

/** Whether the document has the longest fixed part of a message. */
function isExplained(message: string): boolean {
  const [longest = ''] = message.split('\n').sort((a, b) => b.length - a.length)
  return prose.includes(longest.trim())
}

describe('OPERATING.md and the codes of the server', () => {
  const sources = unionAfter('server/publisher/sources/source-error.ts', 'SourceErrorCode =')
  const log = unionAfter('server/log/log-error.ts', 'LogErrorCode =')
  const held = unionAfter('lib/server-api/pipeline-state.ts', 'readonly reason:')
  const inPublisher = found('server/publisher/', /\bcode: '([a-z_]+)'/g)
  const inLog = found('server/log/', /\bcode: '([a-z_]+)'/g)
  const problems = [...found('server/publisher/', /\bended\('([a-z_]+)'/g), ...sources]
  const checks = found('server/publisher/', /\bwarn\('([a-z_]+)'/g)

  test('the search in the sources finds known codes of each kind', () => {
    expect(sources).toContain('file_missing')
    expect(log).toContain('log_closed')
    expect(held).toContain('some_lost')
    expect(inPublisher).toEqual(expect.arrayContaining(['template_error', 'repeated_name', 'log_unwritable']))
    expect(problems).toContain('template_timeout')
    expect(checks).toContain('impossible_time')
  })

  test('the tables explain exactly the problems and warnings of the publisher', () => {
    const explained = [...codesBelow('## Problems'), ...codesBelow('## Warnings')]
    expect(explained.sort()).toEqual([...new Set([...inPublisher, ...inLog, ...problems, ...checks])].sort())
  })

  test('the table of held lists explains exactly the reasons of the loss guard', () => {
    expect(codesBelow('### A list is held').sort()).toEqual([...held].sort())
  })

  test('the document names every code of the log', () => {
    expect(codeIn(document)).toEqual(expect.arrayContaining(log))
  })
})

test('OPERATING.md explains exactly the metrics of Paddock, and no other metric that does not exist', () => {
  const { names } = createRegistry()
  const explained = codesBelow('For race day the first eight are enough:')
  const isOwn = (name: string) => name.startsWith('paddock_')
  expect(explained.filter(isOwn).sort()).toEqual(names.filter(isOwn).sort())
  expect(explained.filter((name) => !names.includes(name))).toEqual([])
})

describe('OPERATING.md and the messages of the code', () => {
  test.each([
    ['server/', 'new StartError(', 4],
    ['server/', 'new ConfigError(', 5],
    ['server/log/sqlite/', 'const message =', 2],
    ['server/log/', 'warn(', 5],
    ['server/', 'logger.warn(', 4],
    ['server/', 'logger.error(', 2],
  ])('every message in %s after `%s` is explained', (folder, call, atLeast) => {
    const messages = messagesOf(folder, call).filter((message) => words.test(message))
    expect(messages.length).toBeGreaterThanOrEqual(atLeast)
    expect(messages.filter((message) => !isExplained(message))).toEqual([])
  })

  test.each([
    ['app/admin/health-strip.tsx', ['| fact | means |']],
    ['lib/server-api/condition.ts', ['`/admin` says how the pipeline is:']],
    ['lib/live/freshness.ts', ['Spectators see one of these:']],
  ])('%s has every text that the document shows', (path, lines) => {
    const source = readText(path)
    const shown = lines.flatMap(codesBelow)
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.filter((text) => !source.includes(text))).toEqual([])
  })
})
