import styles from './scripts-missing.module.css'

interface Props {
  /** The address of the same page as one that reloads itself. */
  readonly reloading: string
}

/**
 * What a page says whose scripts do not start, as in a browser that is too old for them. The style sheet shows it after
 * some seconds. Do not render it in a page whose scripts run.
 */
export function ScriptsMissing({ reloading }: Props) {
  return (
    <p className={styles.missing}>
      This page does not follow the results in this browser. <a href={reloading}>Open the page that reloads itself</a>
    </p>
  )
}
