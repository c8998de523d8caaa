'use client'

import { useState } from 'react'
import { type FollowLink, followLink, linkCount } from '../../../lib/reader/follow-link.ts'
import { type Sending, sendLink } from './send-link.ts'
import styles from './share-followed.module.css'

interface Props {
  /** Whom the link is to follow, by driver_name. */
  readonly names: readonly string[]
  readonly title: string
}

/**
 * Makes a link that follows the same drivers, and sends it. Needs JavaScript, and is not there without, nor for nobody.
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
      <span role="status" className={styles.said}>
        {sent && said(sent.how, linkCount(sent.link.names.length, names.length))}
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

function said(how: Sending, count: string): string {
  if (how === 'cancelled') return ''
  if (how === 'copied') return `Copied: a link with ${count}`
  return how === 'shared' ? `Shared: a link with ${count}` : `A link with ${count}, to copy:`
}
