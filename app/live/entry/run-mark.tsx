import type { Correction, RunHighlight } from '../../../lib/results/entry-highlights.ts'
import type { Mark } from '../../../lib/results/marked-runs.ts'
import { useTimeOfDay } from '../browser/use-time-of-day.ts'
import styles from './run-mark.module.css'

/** Never by colour alone: a word or a glyph to see, and words to hear. */
const marks: Readonly<Record<Mark, { readonly glyph: string; readonly words: string }>> = {
  fastest: { glyph: 'FTD', words: 'fastest time of the day' },
  fastest_indexed: { glyph: 'PAX', words: 'fastest indexed time of the day' },
  best_in_class: { glyph: '◆', words: 'fastest in class' },
}

/** What is to be said of a run beside its time: the fastest of the day or of its class, corrected. */
export function RunMark({ highlight }: { readonly highlight: RunHighlight }) {
  // The fastest of all is the fastest of its class, mostly; one mark is enough.
  const shown = highlight.marks.filter((mark) => mark !== 'best_in_class' || highlight.marks.length === 1)
  return (
    <>
      {shown.map((mark) => (
        <span key={mark} className={mark === 'best_in_class' ? styles.inClass : styles.fastest} data-mark={mark}>
          <span aria-hidden="true" title={marks[mark].words}>
            {marks[mark].glyph}
          </span>
          <span className="visually-hidden">, {marks[mark].words}</span>
        </span>
      ))}
      {highlight.corrected && <CorrectedMark corrected={highlight.corrected} />}
    </>
  )
}

function CorrectedMark({ corrected: { before, at } }: { readonly corrected: Correction }) {
  const time = useTimeOfDay(at)
  const words = `corrected${time && ` at ${time}`}, was ${before}`
  return (
    <span className={styles.corrected} data-mark="corrected">
      <span aria-hidden="true" title={words}>
        ✎
      </span>
      <span className="visually-hidden">, {words}</span>
    </span>
  )
}
