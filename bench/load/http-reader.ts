interface ResponseHead {
  readonly status: number
  /** By names in lower case. */
  readonly headers: ReadonlyMap<string, string>
}

export interface ResponseEvents {
  readonly onHead?: (head: ResponseHead) => void
  /** A piece of a chunked body; with this, chunked bodies are not collected. */
  readonly onChunk?: (chunk: Buffer) => void
  readonly onResponse: (head: ResponseHead, body: Buffer) => void
}

const headEnd = Buffer.from('\r\n\r\n')

/** Reads the HTTP/1.1 responses of a connection, in pieces of any size. Returns what takes the pieces. */
export function createHttpReader({ onHead, onChunk, onResponse }: ResponseEvents): (data: Buffer) => void {
  let kept: Buffer[] = []
  let keptLength = 0
  /** Nothing can be read before so many bytes are there. */
  let needed = 0
  let head: ResponseHead | undefined
  let chunks: Buffer[] = []

  function finish(body: Buffer): void {
    const response = head
    head = undefined
    chunks = []
    if (response) onResponse(response, body)
  }

  /** Reads one part, and returns its length; undefined when it is not all there. */
  function readPart(data: Buffer): number | undefined {
    if (!head) {
      const end = data.indexOf(headEnd)
      if (end < 0) return undefined
      head = readHead(data.toString('latin1', 0, end))
      onHead?.(head)
      return end + headEnd.length
    }
    if (head.headers.get('transfer-encoding') === 'chunked') {
      const line = data.indexOf('\r\n')
      if (line < 0) return undefined
      const length = Number.parseInt(data.toString('latin1', 0, line), 16)
      const end = line + 2 + length + 2
      if (data.length < end) {
        needed = end
        return undefined
      }
      const chunk = data.subarray(line + 2, line + 2 + length)
      if (length === 0) finish(Buffer.concat(chunks))
      else if (onChunk) onChunk(chunk)
      else chunks.push(Buffer.from(chunk))
      return end
    }
    const length = head.status === 304 || head.status === 204 ? 0 : Number(head.headers.get('content-length') ?? 0)
    if (data.length < length) {
      needed = length
      return undefined
    }
    finish(data.subarray(0, length))
    return length
  }

  return (piece) => {
    let data = piece
    if (keptLength > 0) {
      kept.push(Buffer.from(piece))
      keptLength += piece.length
      if (keptLength < needed) return
      data = Buffer.concat(kept, keptLength)
      kept = []
      keptLength = 0
    }
    needed = 0
    let at = 0
    for (;;) {
      const length = readPart(data.subarray(at))
      if (length === undefined) break
      at += length
    }
    if (at < data.length) {
      kept = [Buffer.from(data.subarray(at))]
      keptLength = data.length - at
    }
  }
}

function readHead(text: string): ResponseHead {
  const [first = '', ...lines] = text.split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { status: Number(first.split(' ')[1]), headers: new Map(headers) }
}
