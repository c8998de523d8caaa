import type { Correction, RunHighlight } from '../../../lib/results/entry-highlights.ts'
import type { Mark } from '../../../lib/results/marked-runs.ts'
import { useTimeOfDay } from '../browser/use-time-of-day.ts'
import styles from './run-mark.module.css'

/** Not by colour alone: each mark has a glyph or letters to see, and words for screen readers. */
const marks: Readonly<Record<Mark, { readonly glyph: string; readonly words: string }>> = {
  fastest: { glyph: 'FTD', words: 'fastest time of the day' },
  fastest_indexed: { glyph: 'PAX', words: 'fastest indexed time of the day' },
  best_in_class: { glyph: '◆', words: 'fastest in class' },
}

/** The marks beside a run's time: fastest of the day, fastest in class, corrected. */
export function RunMark({ highlight }: { readonly highlight: RunHighlight }) {
  // The fastest of the day is nearly always the fastest in class too: one mark is enough.
  const shown = highlight.marks.filter((mark) => mark !== 'best_in_class' || highlight.marks.length === 1)
  // Two have room for a letter each.
  const isBrief = shown.length > 1
  return (
    <>
      {shown.map((mark) => (
        <span key={mark} className={mark === 'best_in_class' ? styles.inClass : styles.fastest} data-mark={mark}>
          <span aria-hidden="true" title={marks[mark].words}>
            {marks[mark].glyph.charAt(0)}
            {!isBrief && <span className={styles.rest}>{marks[mark].glyph.slice(1)}</span>}
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
