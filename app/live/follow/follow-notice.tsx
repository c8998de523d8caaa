import { describeLink, followedByLink } from '../../../lib/reader/follow-link.ts'
import { mostStars } from '../../../lib/reader/stars.ts'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import styles from '../header/notice.module.css'
import type { Following } from './use-following.ts'

interface Props {
  readonly choice: ViewChoice
  readonly following: Following
  readonly standings: Standings
}

/** Shown after a link that follows drivers was opened: asks whether this browser follows them from now on. */
export function FollowNotice({ choice, following: { own, acceptLink, dismissLink }, standings }: Props) {
  const { follow } = choice
  const { unknown, fresh } = followedByLink(follow, own, standings)
  const fits = own.size + fresh.length <= mostStars
  return (
    <aside className={styles.notice} aria-label="A link that follows drivers">
      <p className={styles.text}>
        {describeLink(follow.length, unknown.length)}
        {fresh.length === 0 && ' You follow all of them here.'}
        {!fits && ` A browser follows no more than ${mostStars}.`}
      </p>
      <div className={styles.answers}>
        {fresh.length > 0 && fits && (
          <button type="button" className={`${styles.button} ${styles.main} ${styles.scripted}`} onClick={acceptLink}>
            Follow them here too
          </button>
        )}
        <a
          className={styles.button}
          href={`/live${formatChoice({ ...choice, follow: [] })}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            dismissLink()
          }}
        >
          {fresh.length === 0 ? 'Got it' : 'Not now'}
        </a>
      </div>
    </aside>
  )
}
