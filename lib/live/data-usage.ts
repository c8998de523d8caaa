/** A PerformanceResourceTiming entry: 0 bytes for a cached file. */
export interface Transfer {
  readonly transferSize?: number
}

/** The bytes of a WebSocket frame's header, with the mask of a message to the server. */
const frame = 6

/**
 * An estimate of the bytes of one message on a socket, which browsers do not report. Compressed, a short message has
 * half the bytes of its text, and a list of drivers a fifth.
 */
export function socketBytes(characters: number, compressed: boolean): number {
  if (!compressed || characters < 100) return characters + frame
  return frame + Math.round(characters < 4000 ? characters / 2 : characters / 5)
}

/** The bytes that a page has used: itself, its files and its socket. */
export function dataUsed(transfers: readonly Transfer[], socket: number): number {
  return transfers.reduce((total, { transferSize = 0 }) => total + transferSize, socket)
}

/** `about 84 KB`, in thousands as in the data plans of phones, and no more exact than the estimate. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return 'less than 1 KB'
  if (bytes < 999_500) return `about ${Math.round(bytes / 1000)} KB`
  const megabytes = bytes / 1_000_000
  return `about ${megabytes < 9.95 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
