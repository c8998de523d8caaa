import type { DeskState } from '../../../lib/desk/desk-state.ts'
import { deskAnchor, type RefusedChange } from './desk-address.ts'
import styles from './desk-panel.module.css'
import { MessageForm } from './message-form.tsx'
import { PhonesForm } from './phones-form.tsx'
import { refusalWords } from './refusal-words.ts'
import { ScreenForms } from './screen-forms.tsx'
import { ShareCode } from './share-code.tsx'

interface Props {
  readonly desk: DeskState
  /** The codes of the event's classes. */
  readonly classes: readonly string[]
  /** The origin for other devices; undefined when none is known. */
  readonly address: string | undefined
  /** How many browsers have asked for notifications; undefined when there are none. */
  readonly phones: number | undefined
  /** The change that was refused just now. */
  readonly refused: RefusedChange | undefined
}

/** What the desk says to pages and screens, in plain forms, and the address of both. */
export function DeskPanel({ desk, classes, address, phones, refused }: Props) {
  const reason = refused && refusalWords(refused.reason)
  return (
    <section aria-label="Pages and screens" id={deskAnchor} className={styles.panel}>
      <h2>Pages and screens</h2>
      {reason !== undefined && (
        <p role="alert" className={styles.refused}>
          {reason}
        </p>
      )}
      <div className={styles.columns}>
        <div>
          <MessageForm message={desk.message} typed={refused?.text ?? ''} />
          <ScreenForms screens={desk.screens} classes={classes} address={address} typed={refused?.name ?? ''} />
          {phones !== undefined && <PhonesForm phones={phones} />}
        </div>
        {address !== undefined && <ShareCode url={`${address}/live`} label="QR code of the results" />}
      </div>
    </section>
  )
}
