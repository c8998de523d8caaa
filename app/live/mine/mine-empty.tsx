import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import { StarIcon } from '../entry/star-icon.tsx'
import styles from '../results/result-section.module.css'
import mine from './mine-view.module.css'

interface Props {
  readonly choice: ViewChoice
  /** There are followed drivers, and none of them is in the list. */
  readonly allMissing: boolean
}

/** Explains how to follow a driver; shown while no followed driver is in the list. */
export function MineEmpty({ choice, allMissing }: Props) {
  return (
    <div className={styles.nobody}>
      <p>{allMissing ? 'Nobody whom you follow is in this list.' : 'You follow nobody yet.'}</p>
      <p className={mine.how}>
        Open a driver and choose “
        <StarIcon /> Follow”. They are then here with their place, their runs and what they need next. This browser
        remembers it; there is no account.
      </p>
      <noscript>
        <p className={mine.how}>That needs JavaScript. A link that follows drivers works without.</p>
      </noscript>
      <p>
        <a
          className={mine.choose}
          href={`/live${formatChoice({ ...choice, view: 'class', sort: [], search: '', classCode: '' })}`}
        >
          Choose drivers
        </a>
      </p>
    </div>
  )
}
