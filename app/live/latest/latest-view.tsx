import { StableList } from '../reading/stable-list.tsx'
import styles from '../results/result-section.module.css'
import type { LatestViewProps } from '../views/view-props.ts'
import { newsKey } from './news-key.ts'
import { NewsList } from './news-list.tsx'

/** The latest runs and corrections of the shown entries. */
export function LatestView({ news, standings, event, shown, choice, here }: LatestViewProps) {
  const seen = news.filter(({ driver_name }) => {
    const driver = standings.by_name.get(driver_name)?.driver
    return driver !== undefined && shown.has(driver)
  })
  return (
    <section className={styles.section}>
      <h2 className={`${styles.heading} ${styles.title}`}>Latest runs</h2>
      {seen.length === 0 ? (
        <p className={styles.nobody}>Nothing has happened yet. Runs appear here the moment the timing file has them.</p>
      ) : (
        <StableList
          sections={[{ key: 'latest', rows: seen }]}
          keyOf={newsKey}
          question={`${choice.classCode} ${choice.search}`}
        >
          {({ sections }) => (
            <NewsList news={sections[0]?.rows ?? seen} standings={standings} event={event} here={here} />
          )}
        </StableList>
      )}
    </section>
  )
}
