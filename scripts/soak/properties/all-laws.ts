import { standingsLaws } from '../../../lib/standings/standings-laws.fixture.ts'
import type { Law } from '../../../lib/sync/properties/law.fixture.ts'
import { laws as coreLaws } from '../../../lib/sync/properties/properties.fixture.ts'
import { logProperties } from '../../../server/log/log-properties.fixture.ts'

/** Every law there is. */
export const laws: readonly Law[] = [...coreLaws, ...logProperties, ...standingsLaws]
