'use client'

import { useState } from 'react'
import { type FollowLink, followLink, linkCount } from '../../../lib/reader/follow-link.ts'
import { type Sending, sendLink } from '../browser/send-link.ts'
import styles from './share-followed.module.css'

interface Props {
  /** The drivers that the link follows, by driver_name. */
  readonly names: readonly string[]
  readonly title: string
}

/**
 * A button that shares a link which follows the same drivers. Absent without JavaScript and without a followed driver.
 */
export function ShareFollowed({ names, title }: Props) {
  const [sent, setSent] = useState<{ readonly link: FollowLink; readonly how: Sending }>()
  if (names.length === 0) return null

  const share = async () => {
    const link = followLink(window.location.origin, names)
    if (link) setSent({ link, how: await sendLink(title, link.address) })
  }

  return (
    <div className={styles.share}>
      <button type="button" className={styles.button} onClick={share}>
        Share whom I follow
      </button>
      <span role="status" className={styles.status}>
        {sent && statusText(sent.how, linkCount(sent.link.names.length, names.length))}
      </span>
      {sent?.how === 'shown' && (
        <input
          className={styles.link}
          aria-label="Link to whom you follow"
          readOnly
          value={sent.link.address}
          onFocus={({ target }) => target.select()}
        />
      )}
    </div>
  )
}

function statusText(how: Sending, count: string): string {
  if (how === 'cancelled') return ''
  if (how === 'copied') return `Copied: a link with ${count}`
  return how === 'shared' ? `Shared: a link with ${count}` : `A link with ${count}, to copy:`
}
