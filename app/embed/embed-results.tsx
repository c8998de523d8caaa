import type { EmbedChoice } from '../../lib/reader/embed-choice.ts'
import { classKey } from '../../lib/scoring/class-code.ts'
import type { Measure } from '../../lib/scoring/ranking.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import styles from './embed.module.css'
import { EmbedTable } from './embed-table.tsx'

interface Props {
  readonly by: Exclude<EmbedChoice['view'], 'latest'>
  /** '' for all classes. */
  readonly classCode: string
  readonly standings: Standings
}

interface Section {
  readonly key: string
  readonly title: string
  readonly ranked_by: Measure
  readonly rows: readonly Standing[]
}

/** Each class with its entries, or one ranking of all. */
export function EmbedResults({ by, classCode, standings }: Props) {
  const sections = sectionsOf(by, classCode, standings)
  if (sections.length === 0) {
    return (
      <p className={styles.none}>
        {standings.by_name.size === 0 ? 'No drivers yet.' : `There is no class “${classCode}” in these results.`}
      </p>
    )
  }
  return sections.map(({ key, title, ranked_by, rows }) => (
    <section key={key}>
      <h2 className={styles.heading}>{title}</h2>
      <EmbedTable label={title} by={by} ranked_by={ranked_by} rows={rows} standings={standings} />
    </section>
  ))
}

function sectionsOf(by: Props['by'], classCode: string, standings: Standings): readonly Section[] {
  const isChosen = (code: string) => classCode === '' || classKey(code) === classKey(classCode)
  if (by === 'class') {
    return standings.classes
      .filter(({ code }) => isChosen(code))
      .map(({ code, name, ranked_by, entries }) => {
        return { key: code, title: [code || 'No class', name].filter(Boolean).join(' · '), ranked_by, rows: entries }
      })
  }
  const rows = standings[by].filter(({ class_code }) => isChosen(class_code))
  if (rows.length === 0) return []
  return [
    by === 'pax'
      ? { key: by, title: 'By indexed time (PAX)', ranked_by: 'indexed', rows }
      : { key: by, title: 'By raw time', ranked_by: 'time', rows },
  ]
}
