import { createListComparer, type ListComparer } from '../parse/list-changes.ts'
import { createEventReader } from './event-file.ts'
import type { PassRequest, PassResult } from './pass-result.ts'
import { readPass } from './read-pass.ts'

/** Makes passes over a data folder, one after the other, and remembers the last one. */
export function createPasses(dataFolder: string): (request: PassRequest) => Promise<PassResult> {
  let comparer: ListComparer | undefined
  const readEvent = createEventReader()
  return async ({ files, published }) => {
    comparer ??= createListComparer(files.template)
    const read = await readPass(files, dataFolder, readEvent)
    return { ...read, list: comparer.compare(read.list, read.event, published) }
  }
}
