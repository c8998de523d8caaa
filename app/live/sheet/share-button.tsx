import { useState } from 'react'
import styles from './driver-sheet.module.css'
import share from './share-button.module.css'

type Shared = { readonly kind: 'copied' } | { readonly kind: 'shown'; readonly address: string }

/** Hands on the address that is open: through the system, else into the clipboard, else to read. Needs JavaScript. */
export function ShareButton({ title }: { readonly title: string }) {
  const [shared, setShared] = useState<Shared>()
  return (
    <>
      <button type="button" className={styles.button} onClick={async () => setShared(await shareAddress(title))}>
        Share
      </button>
      {shared && (
        <span className={share.said} role="status">
          {shared.kind === 'copied' ? 'Link copied' : <span className={share.address}>{shared.address}</span>}
        </span>
      )}
    </>
  )
}

/** Undefined when the system has taken over, or the reader thought better of it. */
async function shareAddress(title: string): Promise<Shared | undefined> {
  const address = window.location.href
  if ('share' in navigator) {
    try {
      await navigator.share({ title, url: address })
      return undefined
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined
    }
  }
  try {
    await navigator.clipboard.writeText(address)
    return { kind: 'copied' }
  } catch {
    // Over plain http a browser gives no clipboard: a link can still be read, held and copied.
    return { kind: 'shown', address }
  }
}
