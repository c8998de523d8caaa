import type { SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import styles from './notice.module.css'

/** Warnings about the files, which do not stop the publishing; equal warnings are listed once. */
export function WarningList({ warnings }: { readonly warnings: readonly SourceWarning[] }) {
  if (warnings.length === 0) return null
  const different = new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning]))
  return (
    <details className={styles.warnings} open={warnings.length <= 5}>
      <summary>{warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`}</summary>
      <ul className={styles.list}>
        {[...different].map(([key, warning]) => (
          <li key={key}>
            {warning.message}
            {warning.file && ` (${warning.file}${warning.line === undefined ? '' : `, line ${warning.line}`})`}
          </li>
        ))}
      </ul>
    </details>
  )
}
