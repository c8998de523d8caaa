import { displayName } from '../../lib/record/driver.ts'
import { safeText } from '../styled-text/safe-text.ts'
import type { Change } from './changes.ts'

/** `SS #4 Joaquín Estévez: run 4: 43.092, time 43.974 → 43.092, position 3 → 1`. */
export function changeLine({ standing, news }: Change): string {
  const { driver, class_code: code } = standing
  const number = driver.number === undefined || driver.number === '' ? '' : `#${safeText(driver.number)}`
  const who = [safeText(code), number, safeText(displayName(driver))].filter((part) => part !== '').join(' ')
  return `${who}  ${news.join(', ')}`
}
