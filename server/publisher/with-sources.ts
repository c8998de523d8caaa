import type { PipelineState, SourceFeed } from '../../lib/server-api/pipeline-state.ts'

/**
 * The pipeline with its feeds. For spectators the newest line of a feed is as good as a saved file: they see by its age
 * that timing goes on, or that it does not.
 */
export function withSources(pipeline: PipelineState, sources: readonly SourceFeed[]): PipelineState {
  const times = [pipeline.source_at, ...sources.map(({ heard_at }) => heard_at)].filter((time) => time !== undefined)
  return { ...pipeline, sources, source_at: times.length === 0 ? undefined : Math.max(...times) }
}
