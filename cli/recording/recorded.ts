import * as z from 'zod/mini'

/**
 * A recording is text, one JSON object a line, so that it can be read, cut and mended by hand, and one that was cut off
 * loses its last line alone. The first line says what it is of; `at` is in ms since its begin.
 */
const header = z.object({
  paddock_recording: z.literal(1),
  kind: z.enum(['feed', 'folder']),
  /** An address, or the name of a folder. */
  source: z.string(),
  /** ISO 8601. */
  began: z.string(),
})

const at = z.int().check(z.gte(0))
/** Bytes that are UTF-8 are written as text. */
const content = { text: z.optional(z.string()), base64: z.optional(z.base64()) }
const line = z.object({ at, line: z.strictObject(content) })
const file = z.object({ at, file: z.string().check(z.minLength(1)), saved: z.optional(z.strictObject(content)) })

export type Header = Readonly<z.infer<typeof header>>

/** A line of a feed, or a file of a folder: saved, or without `bytes` gone. */
export type Recorded =
  | { readonly kind: 'line'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly at: number; readonly path: string; readonly bytes: Uint8Array | undefined }

export function formatHeader(said: Omit<Header, 'paddock_recording'>): string {
  return `${JSON.stringify({ paddock_recording: 1, ...said })}\n`
}

/** One line of a recording, with its end. */
export function formatRecorded(recorded: Recorded): string {
  const { at, bytes } = recorded
  const what = bytes && contentOf(bytes)
  const written = recorded.kind === 'line' ? { at, line: what } : { at, file: recorded.path, saved: what }
  return `${JSON.stringify(written)}\n`
}

/** The first line of a recording; undefined for any other text. */
export function parseHeader(text: string): Header | undefined {
  const read = header.safeParse(parseJson(text))
  return read.success ? read.data : undefined
}

/** A line of a recording; undefined for one that was cut off or is none. */
export function parseRecorded(text: string): Recorded | undefined {
  const value = parseJson(text)
  const readLine = line.safeParse(value)
  if (readLine.success) return { kind: 'line', at: readLine.data.at, bytes: bytesOf(readLine.data.line) }
  const readFile = file.safeParse(value)
  if (!readFile.success) return undefined
  const { at, file: path, saved } = readFile.data
  return { kind: 'file', at, path, bytes: saved && bytesOf(saved) }
}

function contentOf(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { base64: Buffer.from(bytes).toString('base64') }
  }
}

function bytesOf({
  text,
  base64,
}: {
  readonly text?: string | undefined
  readonly base64?: string | undefined
}): Uint8Array {
  return Buffer.from(text ?? base64 ?? '', text === undefined ? 'base64' : 'utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
