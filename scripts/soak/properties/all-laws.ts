import { standingsProperties } from '../../../lib/standings/standings-properties.fixture.ts'
import type { Law } from '../../../lib/sync/properties/law.fixture.ts'
import { laws as coreLaws } from '../../../lib/sync/properties/properties.fixture.ts'
import { logLaws } from '../../../server/log/laws.fixture.ts'

/** Every law there is. */
export const laws: readonly Law[] = [...coreLaws, ...logLaws, ...standingsProperties]
