import { useId, useState } from 'react'
import styles from './legend.module.css'

const marks: readonly (readonly [mark: string, meaning: string, tone?: 'good' | 'best' | 'warn' | 'accent'])[] = [
  ['1T', 'has a trophy as it stands'],
  ['3=', 'shares the place'],
  ['▲2 ▼1', 'places gained or lost with the last run', 'good'],
  ['now 8', 'this place is newer than the order: the list is about to be sorted'],
  ['43.996', 'underlined: the run that counts', 'good'],
  ['PB', 'personal best with the last run', 'good'],
  ['◆', 'fastest run of the class', 'good'],
  ['FTD, F', 'fastest time of the day, all classes, without index', 'best'],
  ['PAX, P', 'fastest indexed time of the day', 'best'],
  ['+2', 'two cones, not yet in the time before it; +1/2 is a cone and two gates'],
  ['✎', 'corrected by timing; the driver’s sheet has what it was', 'warn'],
  ['DNF', 'not finished. DNS not started, OFF off course, DSQ disqualified'],
  ['RRN', 'rerun: this run is driven again'],
  ['–', 'not driven yet'],
  ['● ◐ ○', 'beside a class: decided; podium open, a run that is left can change it; open, somebody has no time'],
  ['★', 'you follow this driver', 'accent'],
  ['●', 'changed since you last looked', 'accent'],
]

/** What each mark of a row means: a phone has no tooltips. */
export function Legend() {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={styles.legend}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        What the marks mean
      </button>
      <dl id={id} className={styles.marks} hidden={!isOpen}>
        {marks.map(([mark, meaning, tone]) => (
          <div key={mark} className={styles.mark}>
            <dt data-tone={tone}>{mark}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
