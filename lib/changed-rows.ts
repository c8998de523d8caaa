import { changedBetween } from './standings/changed-between.ts'
import type { ChangedRow as Row } from './standings/create-standings.ts'

// A bridge for callers that do not take the change set of a step yet.

export type ChangedRow = Row

export const changedRows = changedBetween
