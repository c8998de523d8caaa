import { formatChoice, type ViewChoice } from '../../lib/view-choice.ts'
import styles from './page-footer.module.css'
import { ThemeChoice } from './theme-choice.tsx'

/** What one needs seldom: the list as a file, the announcer's view, the colours. */
export function PageFooter({ choice }: { readonly choice: ViewChoice }) {
  const query = formatChoice({ ...choice, driver: '' })
  return (
    <footer className={styles.footer}>
      <span>
        Download what is shown: <a href={`/live/results.csv${query}`}>CSV</a>{' '}
        <a href={`/live/results.json${query}`}>JSON</a>
      </span>
      <a href={`/live${formatChoice({ ...choice, view: 'announcer', driver: '', sort: [] })}`}>Announcer’s view</a>
      <ThemeChoice />
    </footer>
  )
}
