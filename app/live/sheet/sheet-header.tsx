import { displayName } from '../../../lib/record/driver.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { ProgressBadge } from '../entry/progress-badge.tsx'
import { StarIcon } from '../entry/star-icon.tsx'
import { useEntry } from '../entry/use-entry.ts'
import styles from './driver-sheet.module.css'
import { ShareButton } from './share-button.tsx'
import header from './sheet-header.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly starred: boolean
  readonly onStar: (name: string) => void
  readonly here: string
  readonly onClose: () => void
}

/** The driver, class, number and car of the entry, its progress, and the buttons: follow, share, close. */
export function SheetHeader({ standing, standings, starred, onStar, here, onClose }: Props) {
  const { driver, class_code } = standing
  const { highlights } = useEntry(driver.driver_name)
  return (
    <header className={header.top}>
      <div>
        <h2 id="sheet-name" className={header.name}>
          <bdi>{displayName(driver)}</bdi>
        </h2>
        <p className={header.entry}>
          {[class_code, driver.number && `#${driver.number}`, driver.car].filter(Boolean).join(' · ')}
          <ProgressBadge progress={highlights.progress} timeFormat={standings.event.time_format} />
        </p>
      </div>
      <div className={header.actions}>
        <button
          type="button"
          className={styles.button}
          aria-pressed={starred}
          onClick={() => onStar(driver.driver_name)}
        >
          <StarIcon filled={starred} />
          {starred ? 'Following' : 'Follow'}
        </button>
        <ShareButton title={`${displayName(driver)}, ${standings.event.title}`} />
        <a
          className={styles.button}
          href={`/live${here}`}
          onClick={(event) => {
            event.preventDefault()
            onClose()
          }}
        >
          Close
        </a>
      </div>
    </header>
  )
}
