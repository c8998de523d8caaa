import { briefHeatProgress, heatProgressWords } from '../../../lib/wording/heat-words.ts'
import styles from '../connection/freshness.module.css'
import { useRhythm } from './use-rhythm.ts'

/** Which heat is on, and how far it is, in one line that keeps its height: in short on a phone. */
export function HeatStrip() {
  const progress = useRhythm()?.progress
  if (!progress) return '\u00a0'
  return (
    <>
      <span className={styles.brief}>· {briefHeatProgress(progress)}</span>
      <span className={styles.long}>{heatProgressWords(progress)}</span>
    </>
  )
}
