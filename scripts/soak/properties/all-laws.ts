import { standingsLaws } from '../../../lib/standings/standings-laws.fixture.ts'
import { properties as coreLaws } from '../../../lib/sync/properties/properties.fixture.ts'
import type { Property } from '../../../lib/sync/properties/property.fixture.ts'
import { logLaws } from '../../../server/log/laws.fixture.ts'

/** Every law there is. */
export const laws: readonly Property[] = [...coreLaws, ...logLaws, ...standingsLaws]
