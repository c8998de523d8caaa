import type { KeepResult, PipelineState } from '../../lib/server-api/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import type { LossGuardSettings } from './loss-guard.ts'
import type { TellPublished } from './parse/published-list.ts'
import { internalProblem, renderProblem } from './pass-problem.ts'
import { keepOld, type Release, release, step } from './publish.ts'
import { type Append, beginPublishing, type EndPass, type Input, type PassRead } from './publish-state.ts'
import { updateSince } from './published-update.ts'
import type { PassResult } from './render/pass-result.ts'

/** Reads the files, and compares them with the published list of the log. */
type ReadFiles = (published: TellPublished) => Promise<PassResult>

export interface LogPublishing {
  /** The pipeline after the newest ended pass. */
  pipeline(): PipelineState
  /** Makes one pass: reads the files, judges the list, and appends what may be published. `began` is Unix ms. */
  pass(began: number, read: ReadFiles): Promise<EndPass>
  release(id: string): Release['answer']
  keepOld(id: string): KeepResult
}

/** Runs the steps of publishing against a log, and owns their state. Only one pass may run at a time. */
export function publishToLog(
  dataFolder: string,
  log: RevisionLog,
  settings: LossGuardSettings,
  now: () => number,
): LogPublishing {
  let publishing = beginPublishing(dataFolder, log.current())

  /** Takes steps until the pass has ended. */
  async function advance(input: Input): Promise<EndPass> {
    const { state, action } = step(publishing, input, settings)
    publishing = state
    if (!action) throw new Error(`the input ${input.kind} is out of turn`)
    return action.kind === 'end_pass' ? action : advance(await appendTo(log, action, now))
  }

  async function pass(began: number, readFiles: ReadFiles): Promise<EndPass> {
    // The state that the process is told of, at the latest moment.
    let published = log.current()
    const result = await readFiles((told) => {
      published = log.current()
      return updateSince(told, log, publishing.runsSeen?.most)
    })
    return advance({ kind: 'pass_read', began, at: now(), read: passRead(result), published })
  }

  return {
    pipeline: () => publishing.pipeline,
    pass(began, readFiles) {
      const failed = (error: unknown) => {
        return advance({ kind: 'pass_failed', began, at: now(), message: messageOf(error) })
      }
      return pass(began, readFiles).catch(failed)
    },
    release(id) {
      const { state, answer } = release(publishing, id)
      publishing = state
      return answer
    },
    keepOld(id) {
      const { state, answer } = keepOld(publishing, id)
      publishing = state
      return answer
    },
  }
}

function passRead(result: PassResult): PassRead {
  if (result.kind === 'read') return result
  const { code, message } = result
  const problem = code === 'internal' ? internalProblem(message) : renderProblem(code, message)
  return { list: { kind: 'rejected', problem }, event: undefined, files: [] }
}

async function appendTo(log: RevisionLog, { expectedVersion, draft }: Append, now: () => number): Promise<Input> {
  try {
    const { kind, state } = await log.append(expectedVersion, draft)
    if (kind === 'conflict') return { kind: 'append_conflict', at: now(), published: state }
    return { kind: 'appended', at: now(), version: state.version, entries: state.drivers.size }
  } catch (error) {
    return { kind: 'append_failed', at: now(), message: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
