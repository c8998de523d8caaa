import { checksumLaws } from './laws/checksum-laws.fixture.ts'
import { diffLaws } from './laws/diff-laws.fixture.ts'
import type { Law } from './laws/law.fixture.ts'
import { replicaLaws } from './laws/replica-laws.fixture.ts'
import { squashLaws } from './laws/squash-laws.fixture.ts'
import { wireLaws } from './laws/wire-laws.fixture.ts'

/** Every law of the pure core. Those of the log, which rest on them, are in server/log/laws.fixture.ts. */
export const laws: readonly Law[] = [...diffLaws, ...squashLaws, ...checksumLaws, ...replicaLaws, ...wireLaws]
