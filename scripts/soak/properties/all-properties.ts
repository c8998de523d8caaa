import { standingsProperties } from '../../../lib/standings/standings-properties.fixture.ts'
import { properties as coreProperties } from '../../../lib/sync/properties/properties.fixture.ts'
import type { Property } from '../../../lib/sync/properties/property.fixture.ts'
import { logProperties } from '../../../server/log/log-properties.fixture.ts'

/** Every property of the core, the log and the standings. */
export const properties: readonly Property[] = [...coreProperties, ...logProperties, ...standingsProperties]
