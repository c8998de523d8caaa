import { expect, test } from 'vitest'
import type { PipelineState, SourceFeed } from '../../lib/server-api/pipeline-state.ts'
import { withSources } from './with-sources.ts'

const pipeline: PipelineState = { data_folder: '/data', files: [], entries: 3, problems: [], warnings: [] }
const feed: SourceFeed = { name: 'karts', address: '10.0.0.5', state: 'heard', since: 100 }

test.each([
  ['neither a file nor a line of a feed', undefined, [undefined], undefined],
  ['a file alone', 500, [], 500],
  ['a feed alone', undefined, [700], 700],
  ['two feeds and an older file', 500, [700, 650], 700],
  ['a feed and a newer file', 900, [700, undefined], 900],
])('given %s, when the state is asked for, then the age is that of the newest', (_, sourceAt, heard, newest) => {
  const sources = heard.map((heard_at) => ({ ...feed, heard_at }))
  const state = withSources({ ...pipeline, source_at: sourceAt }, sources)
  expect([state.source_at, state.sources]).toEqual([newest, sources])
})
