import { checksumProperties } from './checksum-properties.fixture.ts'
import { diffProperties } from './diff-properties.fixture.ts'
import type { Property } from './property.fixture.ts'
import { replicaProperties } from './replica-properties.fixture.ts'
import { squashProperties } from './squash-properties.fixture.ts'
import { wireProperties } from './wire-properties.fixture.ts'

/** All properties of the pure core. Those of the revision log, which build on them, are in server/log. */
export const properties: readonly Property[] = [
  ...diffProperties,
  ...squashProperties,
  ...checksumProperties,
  ...replicaProperties,
  ...wireProperties,
]
