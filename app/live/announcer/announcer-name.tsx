import { type Driver, displayName } from '../../../lib/record/driver.ts'
import styles from './announcer-view.module.css'

/** More characters than this might not fit on one line in large type. */
const longest = 18

/** A driver's name, large; a long one is smaller, so that it wraps in the same room. */
export function AnnouncerName({ driver }: { readonly driver: Driver }) {
  const name = displayName(driver)
  return (
    <h2 className={styles.name} data-long={name.length > longest ? '' : undefined}>
      <bdi>{name}</bdi>
    </h2>
  )
}
