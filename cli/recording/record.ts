import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Timers } from '../../lib/time/timers.ts'
import { OptionError } from '../options/option-error.ts'
import type { RecordOptions } from '../options/record-options.ts'
import { recordFeed } from './record-feed.ts'
import { recordFolder } from './record-folder.ts'
import { formatHeader, formatRecorded, type Recorded } from './recorded.ts'

interface RecordParts {
  readonly timers: Timers
  readonly random: () => number
  /** The wall clock, Unix ms. */
  readonly now: () => number
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** Records a source into a new file until the signal is aborted. Throws OptionError when the file cannot be made. */
export async function record({ source, file }: RecordOptions, parts: RecordParts): Promise<void> {
  const { now, say } = parts
  const name = source.kind === 'feed' ? `${source.host}:${source.port}` : source.path
  const handle = create(file)
  let kept = 0
  const keep = (recorded: Recorded) => {
    // Written at once: what was heard is there after a power cut, but for the last line.
    writeSync(handle, formatRecorded(recorded))
    kept += 1
  }
  try {
    writeSync(handle, formatHeader({ kind: source.kind, source: name, began: new Date(now()).toISOString() }))
    if (source.kind === 'feed') await recordFeed({ ...parts, ...source, keep })
    else await recordFolder(resolve(source.path), resolve(file), { ...parts, keep })
  } finally {
    closeSync(handle)
    say(`${file}: ${kept} ${source.kind === 'feed' ? 'lines' : 'saved files'}`)
  }
}

function create(file: string): number {
  try {
    return openSync(file, 'wx')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new OptionError(code === 'EEXIST' ? `${file} exists already. Name a new file.` : message)
  }
}
