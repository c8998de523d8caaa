import { mkdirSync } from 'node:fs'
import type { Timers } from '../../lib/time/timers.ts'
import { OptionError } from '../options/option-error.ts'
import type { ReplayOptions } from '../options/replay-options.ts'
import { openRecording } from './open-recording.ts'
import { type Player, pauseFor, playRecording } from './play-recording.ts'
import { serveFeed } from './serve-feed.ts'
import { writeFiles } from './write-files.ts'

interface ReplayParts {
  readonly timers: Timers
  readonly say: (line: string) => void
  readonly signal: AbortSignal
}

/** Milliseconds between the end and the next begin. */
const pauseAtEnd = 10_000

interface Stage extends Player {
  /** Before it starts over. */
  reset(): void
  stop(): Promise<void>
}

/** Plays a recording until the signal is aborted; into a folder, until its end. Throws OptionError. */
export async function replay(options: ReplayOptions, { timers, say, signal }: ReplayParts): Promise<void> {
  const { file, speed, loop } = options
  const recording = await openRecording(file)
  const stage = await openStage(recording.header.kind, options, say)
  try {
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      if (!isFirst) stage.reset()
      const isAtEnd = await playRecording(recording.entries(), stage, { speed, timers, signal })
      if (!isAtEnd) return
      say(loop ? 'the end; it starts over in ten seconds' : 'the end')
      if (!loop && recording.header.kind === 'folder') return
      await (loop ? pauseFor(pauseAtEnd, { timers, signal }) : aborted(signal))
      if (!loop) return
    }
  } finally {
    await stage.stop()
  }
}

async function openStage(kind: 'feed' | 'folder', options: ReplayOptions, say: (line: string) => void): Promise<Stage> {
  const { port, folder, speed } = options
  if (kind === 'feed') {
    const relay = await serveFeed(port)
    say(`serves a feed at 127.0.0.1:${relay.port}, at ${speed} times its speed`)
    return relay
  }
  if (folder === undefined) throw new OptionError('This recording has files. Name a folder for them: --folder DIR')
  mkdirSync(folder, { recursive: true })
  say(`saves files into ${folder}, at ${speed} times their speed`)
  return { ...writeFiles(folder), reset: () => {}, stop: async () => {} }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
