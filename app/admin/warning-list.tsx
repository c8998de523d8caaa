import { warningCount } from '../../lib/server-api/condition.ts'
import type { SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import styles from './notice.module.css'

interface Props {
  readonly warnings: readonly SourceWarning[]
  /** Whether they are about a list that is not published. */
  readonly isHeld: boolean
  /** Shows the row of a driver, by driver_name. */
  readonly onShow: (name: string) => void
}

/** Warnings about the files, which do not stop the publishing; equal warnings are listed once. */
export function WarningList({ warnings, isHeld, onShow }: Props) {
  if (warnings.length === 0) return null
  const count = warningCount({ problems: [], warnings })
  const different = new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning]))
  return (
    <details className={styles.warnings} open={warnings.length <= 5}>
      <summary>
        {count === 1 ? '1 warning' : `${count} warnings`}
        {isHeld && ' about the held list'}
      </summary>
      <ul className={styles.list}>
        {[...different].map(([key, warning]) => (
          <li key={key}>
            {warning.message}
            {placeOf(warning)}
            <ShowRow name={warning.driver_name} onShow={onShow} />
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ShowProps {
  readonly name: string | undefined
  readonly onShow: (name: string) => void
}

/** Leads to the row of the driver whom the warning names, if it names one. */
function ShowRow({ name, onShow }: ShowProps) {
  if (name === undefined) return null
  return (
    <button type="button" className={styles.show} aria-label={`Show row of ${name}`} onClick={() => onShow(name)}>
      Show row
    </button>
  )
}

/** The place behind the message, unless that begins with it. */
function placeOf({ message, file, line }: SourceWarning): string {
  if (file === undefined || message.startsWith(file)) return ''
  return ` (${file}${line === undefined ? '' : `, line ${line}`})`
}
