import type { ResultsStore } from '../../../lib/results/results-store.ts'
import { briefHeatProgress, heatProgressWords } from '../../../lib/wording/heat-words.ts'
import styles from '../connection/freshness.module.css'
import { newestRhythm } from './newest-rhythm.ts'

/** Which heat is on, and how far it is: in short on a phone. */
export function HeatStrip({ results }: { readonly results: ResultsStore }) {
  const progress = newestRhythm(results)?.progress
  return (
    progress && (
      <>
        <span className={styles.brief}>· {briefHeatProgress(progress)}</span>
        <span className={styles.long}>{heatProgressWords(progress)}</span>
      </>
    )
  )
}
