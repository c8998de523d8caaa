import { createListComparer, type ListComparer } from '../parse/list-changes.ts'
import type { PassRequest, PassResult } from './pass-result.ts'
import { createSettledReads } from './settled-read.ts'

/** Makes passes over a data folder, one after the other, and remembers the last one. */
export function createPasses(dataFolder: string): (request: PassRequest) => Promise<PassResult> {
  const readFiles = createSettledReads(dataFolder)
  let comparer: ListComparer | undefined
  return async ({ files, published }) => {
    comparer ??= createListComparer(files.template)
    const compare = comparer.after(published)
    return readFiles(files, (read) => ({ ...read, list: compare(read.list, read.event) }))
  }
}
