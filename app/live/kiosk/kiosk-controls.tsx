import { useEffect, useState } from 'react'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from './kiosk-controls.module.css'

/** How long the controls stay visible after the pointer has moved. Milliseconds. */
const visibleTime = 4000

interface Props {
  readonly choice: ViewChoice
  readonly paused: boolean
  /** Undefined where there is one page only. */
  readonly onPause: (() => void) | undefined
  readonly onNext: () => void
}

/** The controls of the big screen: hidden until the pointer moves, the screen is touched or the keyboard is used. */
export function KioskControls({ choice, paused, onPause, onNext }: Props) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      setShown(true)
      clearTimeout(timer)
      timer = setTimeout(() => setShown(false), visibleTime)
    }
    document.addEventListener('pointermove', show)
    document.addEventListener('pointerdown', show)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointermove', show)
      document.removeEventListener('pointerdown', show)
    }
  }, [])
  return (
    <nav className={styles.controls} aria-label="Big screen" data-shown={shown || paused}>
      {onPause && (
        <>
          <button type="button" className={styles.button} onClick={onPause}>
            {paused ? '▶ Go on' : '❚❚ Pause'}
          </button>
          <button type="button" className={styles.button} onClick={onNext}>
            Next
          </button>
        </>
      )}
      <a className={styles.button} href={`/live${formatChoice({ ...choice, kiosk: false })}`}>
        Leave the big screen
      </a>
    </nav>
  )
}
