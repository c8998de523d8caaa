import type { SchemaNode } from '../field.ts'

export type Answers = Readonly<Record<string, SchemaNode>>

interface Content {
  readonly description: string
  /** A media type, without parameters. */
  readonly type: string
  readonly schema?: SchemaNode
  readonly cacheControl: string
  /** Whether pages of every origin may read it. */
  readonly isPublic: boolean
  /** Whether the answer is a file to save. */
  readonly isDownload?: boolean
}

/** A header that every such answer has. */
const header = (description: string, schema: SchemaNode = { type: 'string' }) => ({
  ...{ description, required: true, schema },
})

const origins = { 'Access-Control-Allow-Origin': header('Pages of every origin may read it.', { const: '*' }) }
const cacheControl = (value: string) => ({
  'Cache-Control': header('Whether it may be kept, and for how long.', { const: value }),
})
const tag = { ETag: header('Changes with the bytes. Send it as If-None-Match: an unchanged answer is 304.') }
const text = { 'text/plain': { schema: { type: 'string' } } }

/** The answer with the content, and 304 when the client has it. */
export function content(parts: Content): Answers {
  const { description, type, schema = { type: 'string' }, isPublic, isDownload = false } = parts
  const shared = { ...tag, ...cacheControl(parts.cacheControl), ...(isPublic ? origins : {}) }
  const name = isDownload ? { 'Content-Disposition': header('A file name for the answer.') } : {}
  return {
    '200': { description, headers: { ...shared, ...name }, content: { [type]: { schema } } },
    '304': { description: 'The client has these bytes: If-None-Match names their ETag.', headers: shared },
  }
}

/** The answer while more is asked for than the server makes at once, or while it cannot make it. */
export function busy(isPublic: boolean): Answers {
  const seconds = header('Seconds after which to ask again.', { type: 'string', pattern: '^[0-9]+$' })
  const headers = { 'Retry-After': seconds, ...cacheControl('no-store'), ...(isPublic ? origins : {}) }
  const description = 'More is asked for than the server makes at once, or it cannot be made at the moment.'
  return { '503': { description, headers, content: text } }
}

/** A line of text for a monitor. */
export function line(status: '200' | '503', description: string, value: string): Answers {
  return {
    [status]: {
      description,
      headers: cacheControl('no-store'),
      content: { 'text/plain': { schema: { const: value } } },
    },
  }
}
