import { checksumLaws } from './checksum-laws.fixture.ts'
import { diffLaws } from './diff-laws.fixture.ts'
import type { Law } from './law.fixture.ts'
import { replicaLaws } from './replica-laws.fixture.ts'
import { squashLaws } from './squash-laws.fixture.ts'
import { wireLaws } from './wire-laws.fixture.ts'

/** Every law of the pure core. Those of the log, which rest on them, are in server/log/log-properties.fixture.ts. */
export const laws: readonly Law[] = [...diffLaws, ...squashLaws, ...checksumLaws, ...replicaLaws, ...wireLaws]
