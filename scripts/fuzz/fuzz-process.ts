import { loadedSqlite, loadSqlite } from '../../server/publisher/sources/sqlite/sqlite-engine.ts'
import { fuzzFile } from './fuzz-file.ts'
import { fuzzSubjects } from './fuzz-subjects.ts'

// Reads files and says so after each, in a process of its own: one that hangs can be ended.

const [seed = 0, first = 0, count = 0] = process.argv.slice(2).map(Number)
await loadSqlite()
const engine = loadedSqlite()
if (!engine) throw new Error('SQLite is not loaded.')
const subjects = fuzzSubjects(engine)
for (let number = first; number < first + count; number += 1) {
  const began = performance.now()
  const outcome = fuzzFile(subjects, seed, number)
  // One message at a time, so that the number of a file that hangs is known.
  await new Promise((resolve) => process.send?.({ number, outcome, ms: performance.now() - began }, resolve))
}
