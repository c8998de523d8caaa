import { useState } from 'react'
import { type Sending, sendLink } from '../browser/send-link.ts'
import styles from './driver-sheet.module.css'
import share from './share-button.module.css'

/** Shares the page's address: by the system's dialog, else by the clipboard, else as text. Needs JavaScript. */
export function ShareButton({ title }: { readonly title: string }) {
  const [sent, setSent] = useState<{ readonly how: Sending; readonly address: string }>()
  async function send(): Promise<void> {
    const address = window.location.href
    setSent({ how: await sendLink(title, address), address })
  }
  return (
    <>
      <button type="button" className={styles.button} onClick={send}>
        Share
      </button>
      {(sent?.how === 'copied' || sent?.how === 'shown') && (
        <span className={share.status} role="status">
          {sent.how === 'copied' ? 'Link copied' : <span className={share.address}>{sent.address}</span>}
        </span>
      )}
    </>
  )
}
