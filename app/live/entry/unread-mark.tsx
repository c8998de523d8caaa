import { useEffect, useRef } from 'react'
import { whenSeen } from '../browser/when-seen.ts'
import styles from './unread-mark.module.css'
import { useResults } from './use-entry.ts'

interface Props {
  /** The entry's driver_name. */
  readonly name: string
  readonly unread: boolean
}

/** A dot on an entry that changed, until it has been in sight for a moment. It takes no room: nothing moves for it. */
export function UnreadMark({ name, unread }: Props) {
  const results = useResults()
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const entry = mark.current?.closest('[data-driver]')
    if (unread && entry) return whenSeen(entry, () => results.seen(name))
  }, [unread, name, results])
  return unread ? (
    <span ref={mark} className={styles.mark} data-new="">
      <span aria-hidden="true">●</span>
      <span className="visually-hidden"> new</span>
    </span>
  ) : null
}
