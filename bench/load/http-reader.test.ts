import { describe, expect, test } from 'vitest'
import { createHttpReader } from './http-reader.ts'

const responses =
  'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 5\r\n\r\nhello' +
  'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n' +
  'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n' +
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nfirst, \r\n6\r\nsecond\r\n0\r\n\r\n' +
  'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy'

function readInPieces(text: string, size: number): string[] {
  const read: string[] = []
  const take = createHttpReader({
    onResponse: ({ status, headers }, body) => read.push(`${status} ${headers.get('etag') ?? '-'} ${body}`),
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size))
  return read
}

describe('given responses with a length, without a body and in chunks', () => {
  test.each([1, 2, 3, 7, 50, 10_000])(
    'when they arrive in pieces of %i bytes, then each is read once, in order',
    (size) => {
      expect(readInPieces(responses, size)).toEqual([
        ...['200 "a" hello', '304 "a" ', '200 - ', '200 - first, second', '503 - busy'],
      ])
    },
  )
})

test('given a stream that does not end, when chunks arrive, then each is handed on at once', () => {
  const chunks: string[] = []
  const statuses: number[] = []
  const take = createHttpReader({
    onHead: ({ status }) => statuses.push(status),
    onChunk: (chunk) => chunks.push(String(chunk)),
    onResponse: () => expect.unreachable('the stream does not end'),
  })
  take(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nd'))
  expect(chunks).toEqual(['abc'])
  take(Buffer.from('e\r\n'))
  expect(chunks).toEqual(['abc', 'de'])
  expect(statuses).toEqual([200])
})
