import { useRef, useState } from 'react'
import type { ResultColumn } from '../../../lib/reader/result-columns.ts'
import styles from './column-chooser.module.css'

interface Props {
  readonly columns: readonly ResultColumn[]
  /** The attributes of hidden columns. */
  readonly hidden: readonly string[]
  readonly onHide: (hidden: readonly string[]) => void
}

/** A menu with a box for each column. The choice is in the address. */
export function ColumnChooser({ columns, hidden: shownLate, onHide }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [hidden, setHidden] = useChosen(shownLate)
  const choices = choicesOf(columns)
  const isShown = (attributes: readonly string[]) => !attributes.every((attribute) => hidden.includes(attribute))
  const choose = (chosen: readonly string[]) => {
    setHidden(chosen)
    onHide(chosen)
  }
  const toggle = (attributes: readonly string[], shown: boolean) => {
    const others = hidden.filter((attribute) => !attributes.includes(attribute))
    choose(shown ? others : [...others, ...attributes])
  }
  return (
    <details
      ref={menu}
      className={styles.chooser}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !menu.current?.open) return
        menu.current.open = false
        menu.current.querySelector('summary')?.focus()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) currentTarget.open = false
      }}
    >
      <summary className={styles.button}>
        Columns{' '}
        <b>
          {choices.filter(({ attributes }) => isShown(attributes)).length} of {choices.length}
        </b>
      </summary>
      {/* It takes the focus, so that a press between two boxes does not close it. */}
      <div className={styles.panel} tabIndex={-1}>
        {choices.map(({ title, attributes }) => (
          <label key={title} className={styles.choice}>
            <input
              type="checkbox"
              checked={isShown(attributes)}
              disabled={attributes.includes('driver')}
              onChange={({ target }) => toggle(attributes, target.checked)}
            />
            {title}
          </label>
        ))}
        <p className={styles.foot}>
          Driver always stays at the left{' '}
          <button type="button" className={styles.reset} onClick={() => choose([])}>
            Show all columns
          </button>
        </p>
      </div>
    </details>
  )
}

/** What was chosen last, here or by the address: the table follows when it has time, and a box at once. */
function useChosen(late: readonly string[]): [readonly string[], (chosen: readonly string[]) => void] {
  const [chosen, setChosen] = useState(late)
  const [known, setKnown] = useState(late)
  if (known.join() !== late.join()) {
    setKnown(late)
    setChosen(late)
  }
  return [chosen, setChosen]
}

/** A choice for each column; one for all runs. */
function choicesOf(columns: readonly ResultColumn[]) {
  const runs = columns.filter(({ place }) => place)
  const [first, last] = [runs[0], runs.at(-1)]
  const title = first === last ? first?.title : `Runs ${first?.title} to ${last?.title}`
  return columns.flatMap((column) => {
    if (!column.place) return [{ title: column.title, attributes: [column.attribute] }]
    return column === first ? [{ title: title ?? '', attributes: runs.map(({ attribute }) => attribute) }] : []
  })
}
