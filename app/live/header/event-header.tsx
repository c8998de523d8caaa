import { memo } from 'react'
import type { Event } from '../../../lib/record/event.ts'
import styles from './event-header.module.css'

export const stateNames = { unofficial: 'Unofficial', provisional: 'Provisional', final: 'Final' } as const

/** Title, date and place of the event, and the state of its results. */
export const EventHeader = memo(function EventHeader({ event }: { readonly event: Event }) {
  const details = [event.date, event.place].filter((detail) => detail !== undefined).join(' · ')
  const { club, title } = splitTitle(event.title)
  return (
    <div className={styles.header}>
      <div className={styles.top}>
        <h1 className={styles.title}>
          {club && <span className={styles.club}>{club}</span>}
          {title}
        </h1>{' '}
        <span className={styles.state} data-state={event.state}>
          {stateNames[event.state]}
        </span>
      </div>
      {details && <p className={styles.details}>{details}</p>}
    </div>
  )
})

/** A phone has room for what follows the last comma: "Points Autocross 4". The menu has the whole title. */
export function splitTitle(whole: string): { readonly club: string; readonly title: string } {
  const end = whole.lastIndexOf(', ') + 1
  return { club: end === 0 ? '' : `${whole.slice(0, end)} `, title: whole.slice(end).trimStart() }
}
