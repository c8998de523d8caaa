import { useEffect, useState } from 'react'
import styles from '../header/notice.module.css'
import { canSpeak, canVibrate, mayBeHeard } from './speech.ts'
import { useCallouts } from './use-callouts.ts'

/** Shown while speech or vibration is on and the browser blocks them because the page was not touched yet. */
export function CalloutsNotice() {
  const [{ speech, vibration }] = useCallouts()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    const check = () => setSilent(((speech && canSpeak()) || (vibration && canVibrate())) && !mayBeHeard())
    check()
    // A touch unblocks the browser when it ends.
    document.addEventListener('pointerup', check)
    document.addEventListener('keyup', check)
    return () => {
      document.removeEventListener('pointerup', check)
      document.removeEventListener('keyup', check)
    }
  }, [speech, vibration])
  if (!silent) return null
  return (
    <aside className={styles.notice} aria-label="Spoken results">
      <p className={styles.text}>
        {speech ? 'Spoken results are' : 'Vibration is'} on, but browsers are silent until a page is touched.
      </p>
      <div className={styles.answers}>
        <button type="button" className={styles.button} onClick={() => setSilent(false)}>
          Start
        </button>
      </div>
    </aside>
  )
}
