import { standingsProperties } from '../../../lib/standings/standings-properties.fixture.ts'
import { properties as coreProperties } from '../../../lib/sync/properties/properties.fixture.ts'
import type { Property } from '../../../lib/sync/properties/property.fixture.ts'
import { logProperties } from '../../../server/log/log-properties.fixture.ts'

/** Every law there is. */
export const laws: readonly Property[] = [...coreProperties, ...logProperties, ...standingsProperties]
