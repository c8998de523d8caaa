/** A file as the browser's own accounts have it; 0 bytes for one that it had already. */
export interface Transfer {
  readonly transferSize?: number
}

/** The frame around a message: a few bytes, and who sends to a server masks it. */
const frame = 6

/**
 * About how many bytes one message of a socket takes on its way. What the browser does not tell is guessed: with
 * compression a short message takes a half of its text, and a list of drivers a fifth.
 */
export function socketBytes(characters: number, compressed: boolean): number {
  if (!compressed || characters < 100) return characters + frame
  return frame + Math.round(characters < 4000 ? characters / 2 : characters / 5)
}

/** What a page has used so far: it, its files, and its socket. */
export function dataUsed(transfers: readonly Transfer[], socket: number): number {
  return transfers.reduce((total, { transferSize = 0 }) => total + transferSize, socket)
}

/** `about 84 KB`, in thousands, as the plans of phones are counted; never more exact than it is known. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return 'less than 1 KB'
  if (bytes < 999_500) return `about ${Math.round(bytes / 1000)} KB`
  const megabytes = bytes / 1_000_000
  return `about ${megabytes < 9.95 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
