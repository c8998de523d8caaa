import { createRequire } from 'node:module'
import type { Node } from './template-tree.ts'

/** A piece of a tag. Lines and columns count from 0. */
interface Token {
  readonly type: string
  readonly value: unknown
  readonly lineno: number
  readonly colno: number
}

/** The part of the engine's parser that is extended. */
interface EngineParser {
  parseAsRoot(): Node
  nextToken(withWhitespace?: boolean): Token | null
  pushToken(token: Token | null): void
  fail(message: string, line?: number, column?: number): never
}

// The engine publishes no types for these; its version is pinned, and the tests beside this file hold what is used.
const engine = createRequire(import.meta.url)
const { Parser }: { Parser: new (tokens: object) => EngineParser } = engine('nunjucks/src/parser.js')
const lexer: { lex(source: string, options: object): object } = engine('nunjucks/src/lexer.js')

/** Says at the right place and in plain words what a template lacks; the engine names the begin of a bracket. */
class PlainParser extends Parser {
  /** The last tokens that were read, the newest last. */
  private read: readonly Token[] = []

  override nextToken(withWhitespace?: boolean): Token | null {
    const token = super.nextToken(withWhitespace)
    const isNew = token !== null && token.type !== 'whitespace' && token !== this.read.at(-1)
    if (isNew) this.read = [...this.read.slice(-2), token]
    return token
  }

  override pushToken(token: Token | null): void {
    if (token !== null && token === this.read.at(-1)) this.read = this.read.slice(0, -1)
    super.pushToken(token)
  }

  override fail(message: string, line?: number, column?: number): never {
    const before = this.read.at(-1)
    if (/end of file|got EOF/.test(message)) {
      return super.fail('the template ends where a tag such as {% endfor %} or {% endif %} is missing', line, column)
    }
    if (!/expected (?:comma|variable end|block end)/.test(message) || !before) return super.fail(message, line, column)
    const next = this.nextToken()
    if (next === null) return this.failUnclosed()
    const isEnd = next.type === 'variable-end' || next.type === 'block-end'
    const missing = isEnd ? 'a closing bracket' : 'a comma, a bracket or the end of the tag'
    return super.fail(`${missing} is missing between ${shown(before)} and ${shown(next)}`, before.lineno, before.colno)
  }

  parseWhole(): Node {
    try {
      return this.parseAsRoot()
    } catch (error) {
      // What the engine says of a template that ends within a tag.
      if (!(error instanceof TypeError)) throw error
      return this.failUnclosed()
    }
  }

  private failUnclosed(): never {
    const last = this.read.at(-1)
    const what = last?.type === 'string' ? 'a text in quotes that begins here' : `the tag with ${shown(last)}`
    return super.fail(`${what} is never closed`, last?.lineno ?? 0, last?.colno ?? 0)
  }
}

/** Parses a template. Throws an error of the engine, which has line and column. */
export function parseTemplate(source: string): Node {
  return new PlainParser(lexer.lex(source, {})).parseWhole()
}

function shown(token: Token | undefined): string {
  const text = String(token?.value ?? '').trim()
  const short = text.length > 30 ? `${text.slice(0, 30)}…` : text
  return token?.type === 'string' ? `the text "${short}"` : `"${short}"`
}
