import { displayName } from '../../../lib/record/driver.ts'
import { foldText } from '../../../lib/record/fold-text.ts'
import { classKey } from '../../../lib/scoring/class-code.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'
import { sheetAddress } from '../entry/sheet-address.ts'
import styles from './driver-sheet.module.css'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  readonly here: string
}

/** The other entries of the same person in other cars or classes, found by the displayed name. */
export function SheetOtherEntries({ standing, standings, here }: Props) {
  const name = foldText(displayName(standing.driver))
  const others = standings.raw.filter((entry) => entry !== standing && foldText(displayName(entry.driver)) === name)
  if (others.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>Also entered</h3>
      <ul className={styles.list}>
        {others.map(({ driver, class_code, class_position }) => (
          <li key={driver.driver_name}>
            <a href={sheetAddress(here, driver.driver_name)} data-sheet={driver.driver_name}>
              {class_code} {driver.number && `#${driver.number}`}
            </a>
            {class_position && `, ${formatPosition(class_position)}`}
            {classKey(class_code) === classKey(standing.class_code) && ' (the same class)'}
          </li>
        ))}
      </ul>
    </section>
  )
}
