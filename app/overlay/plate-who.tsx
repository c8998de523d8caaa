import { displayName } from '../../lib/record/driver.ts'
import type { Standing } from '../../lib/standings/standing.ts'
import { PlateText } from './plate-text.tsx'

interface Props {
  readonly standing: Standing
  /** The second line, from what of it there is. */
  readonly details: readonly (string | undefined)[]
}

/** Number and class, and beside them the name, in full, over one line of details. */
export function PlateWho({ standing: { driver, class_code }, details }: Props) {
  return (
    <>
      <span className="overlay-entry">
        <PlateText className="overlay-number">{driver.number || '–'}</PlateText>
        <PlateText className="overlay-class">{class_code}</PlateText>
      </span>
      <span className="overlay-who">
        <PlateText className="overlay-name">
          <bdi>{displayName(driver)}</bdi>
        </PlateText>
        <PlateText className="overlay-detail">{details.filter(Boolean).join(' · ')}</PlateText>
      </span>
    </>
  )
}
