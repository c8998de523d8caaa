import { useEffect, useRef } from 'react'
import { whenSeen } from '../browser/when-seen.ts'
import styles from './unread-mark.module.css'
import { useResults } from './use-entry.ts'

interface Props {
  /** The entry's driver_name. */
  readonly name: string
  readonly unread: boolean
}

/** A dot on an unread entry, until the entry has been visible for a moment. It takes no space, so nothing moves. */
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
