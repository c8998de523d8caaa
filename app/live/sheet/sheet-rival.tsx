import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import { displayName } from '../../../lib/record/driver.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import styles from './driver-sheet.module.css'
import { HeadToHeadTable } from './head-to-head-table.tsx'
import rivalStyles from './sheet-rival.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly group: ClassStanding
  readonly stars: ReadonlySet<string>
  readonly choice: ViewChoice
  readonly onRival: (name: string) => void
}

/**
 * Head to head with a chosen rival: of the class, or a followed entry. A form, so that it works without JavaScript.
 */
export function SheetRival({ standing, standings, group, stars, choice, onRival }: Props) {
  const rival = standings.by_name.get(choice.rival)
  const fromClass = group.entries.filter((entry) => entry !== standing)
  const followed = standings.raw.filter(({ driver, class_code }) => {
    return stars.has(driver.driver_name) && classKey(class_code) !== classKey(standing.class_code)
  })
  const elsewhere =
    rival && rival !== standing && !fromClass.includes(rival) && !followed.includes(rival) ? [rival] : []
  const others = [...followed, ...elsewhere]
  if (fromClass.length + others.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>Head to head</h3>
      <form action="/live" className={rivalStyles.form}>
        <ChoiceFields choice={{ ...choice, rival: '' }} />
        <label className={rivalStyles.label}>
          against{' '}
          <select
            name="rival"
            className={rivalStyles.select}
            value={rival?.driver.driver_name ?? ''}
            onChange={(event) => onRival(event.target.value)}
          >
            <option value="">nobody</option>
            <Rivals label={`Class ${group.code}`} rivals={fromClass} />
            <Rivals label="Others" rivals={others} />
          </select>
        </label>
        <button type="submit" className={`${styles.button} ${rivalStyles.submit}`}>
          Compare
        </button>
      </form>
      {rival && rival !== standing && (
        <HeadToHeadTable standing={standing} rival={rival} rankedBy={group.ranked_by} event={standings.event} />
      )}
    </section>
  )
}

/** A choice as the hidden fields of a form, which adds its own. */
function ChoiceFields({ choice }: { readonly choice: ViewChoice }) {
  return [...new URLSearchParams(formatChoice(choice))].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}

function Rivals({ label, rivals }: { readonly label: string; readonly rivals: readonly Standing[] }) {
  if (rivals.length === 0) return null
  return (
    <optgroup label={label}>
      {rivals.map(({ driver, class_code }) => (
        <option key={driver.driver_name} value={driver.driver_name}>
          {[class_code, driver.number && `#${driver.number}`, displayName(driver)].filter(Boolean).join(' ')}
        </option>
      ))}
    </optgroup>
  )
}
