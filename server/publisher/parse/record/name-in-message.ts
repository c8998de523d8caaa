import { type Driver, displayName } from '../../../../lib/record/driver.ts'

/** The name to show for an entry without one; its key has class and number. */
export const noName = 'no name'

/** How a message calls an entry. */
export function nameInMessage(driver: Driver): string {
  const name = displayName(driver)
  return name === noName ? driver.driver_name : name
}
