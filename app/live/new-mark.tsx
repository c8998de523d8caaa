import { use, useEffect, useRef, useSyncExternalStore } from 'react'
import styles from './new-mark.module.css'
import { UnseenContext } from './unseen-store.ts'
import { whenSeen } from './when-seen.ts'

/** A dot on an entry that changed, until it has been in sight for a moment. It takes no room: nothing moves for it. */
export function NewMark({ name }: { readonly name: string }) {
  const store = use(UnseenContext)
  const isNew = useSyncExternalStore(
    store.subscribe,
    () => store.has(name),
    () => false,
  )
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const entry = mark.current?.closest('[data-driver]')
    if (isNew && entry) return whenSeen(entry, () => store.seen(name))
  }, [isNew, name, store])
  return isNew ? (
    <span ref={mark} className={styles.mark} data-new="">
      <span aria-hidden="true">●</span>
      <span className="visually-hidden"> new</span>
    </span>
  ) : null
}
