/** What became of a link. cancelled: by the reader. shown: the browser allows neither way, so the page shows it. */
export type Sending = 'shared' | 'copied' | 'cancelled' | 'shown'

/**
 * Opens the system's dialog for sharing a link, else copies the link. Browsers allow both only after a touch or a key.
 */
export async function sendLink(title: string, url: string): Promise<Sending> {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, url })
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    }
  }
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    // Browsers allow no clipboard on plain http://.
    return 'shown'
  }
}
