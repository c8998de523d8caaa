import * as z from 'zod/mini'
import { historyAnswerSchema } from '../../../lib/day/history-answer.ts'
import { resultsAnswerSchema } from '../../../lib/server-api/results-answer.ts'
import { mapFields, type SchemaNode } from '../field.ts'

/** The schema of each JSON answer by the name of its component. */
export const answerSchemas: ReadonlyMap<string, z.ZodMiniType> = new Map<string, z.ZodMiniType>([
  ['results', resultsAnswerSchema],
  ['history', historyAnswerSchema],
])

const seconds = 'In seconds with three decimals; empty when there is none.'
const position = 'Empty when the entry has none.'

/** The description of each field by its path. */
const texts: Readonly<Record<string, string>> = {
  results: 'The entries that /live shows at the same parameters, in its order.',
  'results.title': 'What the event is called.',
  'results.date': 'When it is, as people write it.',
  'results.place': 'Where it is.',
  'results.state': 'Whether the results can still change.',
  'results.log': 'The history that the version belongs to. Versions of two logs cannot be compared.',
  'results.version': 'The version of the list, as in the live protocol.',
  'results.at': 'When the version was published. Unix milliseconds.',
  'results.entries': 'Each with the same fields.',
  'results.entries[].position': `The position in the class. ${position}`,
  'results.entries[].status':
    'Why it takes no position whatever its runs: disqualified, withdrawn, out of competition; empty for any other entry.',
  'results.entries[].class': 'The class that the entry competes in.',
  'results.entries[].number': 'The number as a text: 09 stays 09.',
  'results.entries[].driver': 'The name that people read.',
  'results.entries[].car': 'The car, as people read it.',
  'results.entries[].time': `The result of the runs by the rules of the event. ${seconds}`,
  'results.entries[].gap': `The time to the first of the class. ${seconds}`,
  'results.entries[].raw_position': `The position among all entries by time. ${position}`,
  'results.entries[].indexed_time': `The time with the index of the class (PAX). ${seconds}`,
  'results.entries[].pax_position': `The position among all entries by indexed time. ${position}`,
  'results.entries[].laps': 'The number of laps in the time, where laps are compared before it; else empty.',
  'results.entries[].completed': 'The number of runs, courses or laps in the time.',
  'results.entries[].*':
    'An attribute that the event shows; or a run in the notation of the sport, as run_1, run_2, ..., with several courses ' +
    'as course_1_run_1.',

  history: 'Every added, corrected and removed run of the day, by driver.',
  'history.log': 'The history that the versions belong to.',
  'history.version': 'The version that the changes lead to.',
  'history.entries[].driver_name': 'The key of the entry, as in the live protocol.',
  'history.entries[].changes':
    'Oldest first. Each is: version, when it was published (Unix ms), course and run (both from 0), the text of the run ' +
    'before, and after; empty when there was or is none.',
}

/** The JSON Schemas of all JSON answers, made from the schemas that the code has. */
export function answerComponents(): Readonly<Record<string, SchemaNode>> {
  return Object.fromEntries(Array.from(answerSchemas, ([name, schema]) => [name, described(name, schema)]))
}

function described(name: string, schema: z.ZodMiniType): SchemaNode {
  // Input: further fields may come, and a client ignores them.
  const { $schema: _, ...node } = z.toJSONSchema(schema, { io: 'input' })
  return mapFields({ path: name, presence: 'definition', node }, ({ path, node: inner }) => {
    const description = texts[path]
    return description === undefined ? inner : { description, ...inner }
  })
}

export const describedPaths: readonly string[] = Object.keys(texts)
