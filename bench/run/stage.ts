import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Load } from '../measure/load.ts'
import type { Pinning } from '../subject/pinned.ts'
import type { Endings } from './endings.ts'
import type { BenchOptions } from './options.ts'

/** What every part of a run is given. */
export interface Stage extends Pick<BenchOptions, 'plan' | 'sections' | 'servers'> {
  readonly load: Load
  readonly pinning: Pinning | undefined
  readonly endings: Endings
  /** Reports progress. */
  readonly say: (text: string) => void
}

/** Uses what was started, and stops it afterwards, also when the whole run is stopped meanwhile. */
export async function whileOpen<Open extends { stop(): Promise<void> | void }, Result>(
  { endings }: Stage,
  open: Open,
  use: (open: Open) => Promise<Result>,
): Promise<Result> {
  const end = endings.add(() => open.stop())
  try {
    return await use(open)
  } finally {
    await end()
  }
}

/** A temporary folder for the time of its use. */
export function inFolder<Result>(stage: Stage, use: (path: string) => Promise<Result>): Promise<Result> {
  const path = mkdtempSync(join(tmpdir(), 'paddock-bench-'))
  return whileOpen(stage, { stop: () => rmSync(path, { recursive: true, force: true }) }, () => use(path))
}
