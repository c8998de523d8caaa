import styles from './star-button.module.css'
import { StarIcon } from './star-icon.tsx'

interface Props {
  /** The driver_name. The page handles the click on every button with `data-star`. */
  readonly driver: string
  readonly name: string
  readonly starred: boolean
}

/** The star in a row: full when the reader follows the entry. A press follows it, or no longer. */
export function StarButton({ driver, name, starred }: Props) {
  return (
    <button
      type="button"
      className={styles.star}
      data-star={driver}
      aria-pressed={starred}
      aria-label={`Star ${name}`}
      title={starred ? 'you follow' : undefined}
    >
      <StarIcon filled={starred} />
    </button>
  )
}
