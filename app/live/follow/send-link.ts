/** How a link left the page. cancelled: the reader thought better of it. shown: the browser lets no page do either. */
export type Sending = 'shared' | 'copied' | 'cancelled' | 'shown'

/**
 * Hands a link to the phone's own way of sharing, else to the clipboard. Browsers allow both only after a touch or a
 * key.
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
    // On plain http:// there is no clipboard.
    return 'shown'
  }
}
