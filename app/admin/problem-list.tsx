import type { PipelineProblem } from '../../lib/server-api/pipeline-state.ts'
import styles from './notice.module.css'

/** Why nothing new is published or stored, each problem with its file, line and remedy. */
export function ProblemList({ problems }: { readonly problems: readonly PipelineProblem[] }) {
  return problems.map((problem) => (
    <section key={problem.message} role="alert" className={styles.problem}>
      <h2 className={styles.heading}>{problem.message}</h2>
      <p>{problem.hint}</p>
      {problem.excerpt && <pre className={styles.excerpt}>{problem.excerpt.join('\n')}</pre>}
    </section>
  ))
}
