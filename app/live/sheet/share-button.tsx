import { useState } from 'react'
import styles from './driver-sheet.module.css'
import share from './share-button.module.css'

type Shared = { readonly kind: 'copied' } | { readonly kind: 'shown'; readonly address: string }

/** Shares the page's address: by the system's dialog, else by the clipboard, else as text. Needs JavaScript. */
export function ShareButton({ title }: { readonly title: string }) {
  const [shared, setShared] = useState<Shared>()
  return (
    <>
      <button type="button" className={styles.button} onClick={async () => setShared(await shareAddress(title))}>
        Share
      </button>
      {shared && (
        <span className={share.status} role="status">
          {shared.kind === 'copied' ? 'Link copied' : <span className={share.address}>{shared.address}</span>}
        </span>
      )}
    </>
  )
}

/** Undefined after the system's dialog, also when the reader cancelled it. */
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
    // Browsers allow no clipboard on plain http://: the reader can copy the shown address by hand.
    return { kind: 'shown', address }
  }
}
