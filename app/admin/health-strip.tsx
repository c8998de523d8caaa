import { conditionOf, conditionWords, notConnected } from '../../lib/server-api/condition.ts'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'
import { formatAge, formatDuration } from '../../lib/wording/age.ts'
import styles from './health-strip.module.css'
import { refusedText } from './refused.ts'
import { sourceText } from './source-text.ts'

/** The pipeline at a glance: files and their ages, the last pass, the last change, entries and browsers. */
export function HealthStrip({ state, heard }: { readonly state: ServerState; readonly heard: boolean }) {
  const { files, last_pass: lastPass, now } = state
  const facts: readonly (readonly [string, string])[] = [
    [
      'Timing file',
      files.map((file) => `${file.path} (${formatAge(now - file.modified_at)})`).join(', ') || 'none read',
    ],
    ...(state.sources?.map((source) => [`Source ${source.name}`, sourceText(source, now)] as const) ?? []),
    ['Last read', lastPass ? `${formatAge(now - lastPass.at)}, took ${lastPass.milliseconds} ms` : 'not yet'],
    ['Last change', `published ${formatAge(now - state.published_at)}`],
    ['Entries', String(state.entries)],
    ['Browsers connected', String(state.browsers)],
    ['Sync errors', state.divergences === 0 ? 'none' : `${state.divergences}, sent again`],
    ['Refused', refusedText(state)],
    ['Data folder', state.data_folder],
  ]
  const condition = heard ? conditionOf(state) : 'unknown'
  const since = state.stalled_since === undefined ? '' : `, for ${formatDuration(now - state.stalled_since)}`
  return (
    <section aria-label="Pipeline" className={styles.strip} data-condition={condition}>
      <h2 className={styles.heading}>{heard ? `${conditionWords(state)}${since}` : notConnected}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
