import { answerAndEncodeGuards } from './answer-and-encode-guards.ts'
import { checksumAndCheckGuards } from './checksum-and-check-guards.ts'
import { copyGuards } from './copy-guards.ts'
import type { Guard } from './guard.ts'
import { guardGuards } from './guard-guards.ts'
import { historyAndBeginGuards } from './history-and-begin-guards.ts'
import { listGuards } from './list-guards.ts'
import { liveClientGuards } from './live-client-guards.ts'
import { liveGuards } from './live-guards.ts'
import { logGuards } from './log-guards.ts'
import { passGuards } from './pass-guards.ts'
import { pastGuards } from './past-guards.ts'
import { publishGuards } from './publish-guards.ts'
import { publisherGuards } from './publisher-guards.ts'
import { recoverAndAsideGuards } from './recover-and-aside-guards.ts'
import { slowClientGuards } from './slow-client-guards.ts'
import { sqliteFileGuards } from './sqlite-file-guards.ts'
import { sqliteGuards } from './sqlite-guards.ts'
import { syncGuards } from './sync-guards.ts'
import { writeGuards } from './write-guards.ts'

/** Every guard that keeps lists right, from the browser's copy to the live server. */
export const guards: readonly Guard[] = [
  ...copyGuards,
  ...checksumAndCheckGuards,
  ...syncGuards,
  ...liveClientGuards,
  ...logGuards,
  ...historyAndBeginGuards,
  ...sqliteGuards,
  ...pastGuards,
  ...recoverAndAsideGuards,
  ...sqliteFileGuards,
  ...writeGuards,
  ...guardGuards,
  ...publishGuards,
  ...publisherGuards,
  ...listGuards,
  ...passGuards,
  ...answerAndEncodeGuards,
  ...liveGuards,
  ...slowClientGuards,
]
