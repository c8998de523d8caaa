import type { DeskMessage } from '../../../../lib/desk/desk-state.ts'
import { TimeOfDay } from '../../browser/time-of-day.tsx'
import { useFitTexts } from '../../fit/use-fit-texts.ts'
import type { PageRoom } from '../round/pack-pages.ts'
import styles from './kiosk-bar.module.css'

interface Props {
  readonly message: DeskMessage
  /** A new room means that every text may fit or not. */
  readonly room: PageRoom
}

/** The message from the desk, as a band below the top of the big screen. */
export function KioskMessage({ message, room }: Props) {
  const band = useFitTexts<HTMLDivElement>(room, message.text)
  return (
    <div ref={band} className={styles.message} role="status">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.5-1.5 5.5h12s-1.5-1.5-1.5-5.5A4.5 4.5 0 0 0 10 3zM8.5 16a1.6 1.6 0 0 0 3 0" />
      </svg>
      <span className={styles.text} data-fit="0">
        <bdi>{message.text}</bdi>
      </span>
      <span className={styles.since}>
        from the desk, <TimeOfDay at={message.since} />
      </span>
    </div>
  )
}
