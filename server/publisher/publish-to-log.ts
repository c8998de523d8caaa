import type { Driver, Drivers } from '../../lib/record/driver.ts'
import type { PipelineState } from '../../lib/server-api/pipeline-state.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { templateFile } from './data-files.ts'
import type { LossGuardSettings } from './loss-guard.ts'
import { listChanges } from './parse/list-changes.ts'
import { sourceChecks } from './parse/source-checks.ts'
import { renderProblem } from './pass-problem.ts'
import { type Release, release, step } from './publish.ts'
import { type Append, beginPublishing, type EndPass, type Input, type PassRead } from './publish-state.ts'
import type { PassResult } from './render/pass-result.ts'

export interface LogPublishing {
  /** The pipeline after the newest ended pass. */
  pipeline(): PipelineState
  /** Judges what a pass read, appends what may be published, and checks the source. `began` is Unix ms. */
  publish(began: number, result: PassResult): Promise<EndPass>
  release(id: string): Release['answer']
}

/** Runs the steps of publishing against a log, and owns their state. Only one `publish` may run at a time. */
export function publishToLog(
  dataFolder: string,
  log: RevisionLog,
  settings: LossGuardSettings,
  now: () => number,
): LogPublishing {
  let publishing = beginPublishing(dataFolder, log.current())

  /** Takes steps until the pass has ended. `records` are those that the pass read. */
  async function advance(input: Input, records: readonly Driver[]): Promise<EndPass> {
    const { state, action } = step(publishing, input, settings)
    publishing = state
    if (!action) throw new Error(`the input ${input.kind} is out of turn`)
    if (action.kind === 'end_pass') return action
    if (action.kind === 'append') return advance(await appendTo(log, action, now), records)
    const warnings = sourceChecks(records, action.mostRuns, action.event)
    return advance({ kind: 'source_checked', at: now(), warnings }, records)
  }

  async function publish(began: number, result: PassResult): Promise<EndPass> {
    const published = log.current()
    const read = parseRead(result, published.drivers)
    const records = read.list.kind === 'parsed' ? read.list.records : []
    return advance({ kind: 'pass_read', began, at: now(), read, published }, records)
  }

  return {
    pipeline: () => publishing.pipeline,
    publish(began, result) {
      const failed = (error: unknown) => {
        return advance({ kind: 'pass_failed', began, at: now(), message: messageOf(error) }, [])
      }
      return publish(began, result).catch(failed)
    },
    release(id) {
      const { state, answer } = release(publishing, id)
      publishing = state
      return answer
    },
  }
}

/** What a pass read, with its list as changes of the published one. */
function parseRead(result: PassResult, published: Drivers): PassRead {
  if (result.kind === 'read') return { ...result, list: listChanges(result.list, published, templateFile) }
  const problem = renderProblem(result.code, result.message)
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
