import { useEffect, useState } from 'react'
import styles from '../header/notice.module.css'
import { canSpeak, canVibrate, mayBeHeard } from './speech.ts'
import { useCallouts } from './use-callouts.ts'

/** Speech or vibration are on, and the browser is silent until the page is touched: the reader would wait in vain. */
export function CalloutsNotice() {
  const [{ speech, vibration }] = useCallouts()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    const look = () => setSilent(((speech && canSpeak()) || (vibration && canVibrate())) && !mayBeHeard())
    look()
    // The touch itself is what lets the browser be heard: looked at when it is over.
    document.addEventListener('pointerup', look)
    document.addEventListener('keyup', look)
    return () => {
      document.removeEventListener('pointerup', look)
      document.removeEventListener('keyup', look)
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
