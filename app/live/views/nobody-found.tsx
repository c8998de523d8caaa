import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from '../results/result-section.module.css'

/** States that no entry matches search and class, and links to all entries. */
export function NobodyFound({ choice }: { readonly choice: ViewChoice }) {
  const where = choice.classCode === '' ? '' : ` in class ${choice.classCode}`
  return (
    <p className={styles.nobody}>
      {choice.search.trim() === '' ? `Nobody${where}.` : `Nobody found for “${choice.search}”${where}.`}{' '}
      <a href={`/live${formatChoice({ ...choice, classCode: '', search: '' })}`}>Show everybody</a>
    </p>
  )
}
