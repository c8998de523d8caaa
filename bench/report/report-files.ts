import { fileURLToPath } from 'node:url'

const docs = new URL('../../docs/', import.meta.url)

/** The document, the figures behind it, and its charts. */
export const documentPath = fileURLToPath(new URL('PERFORMANCE.md', docs))
export const resultsPath = fileURLToPath(new URL('performance/figures.json', docs))

export function chartPath(name: string): string {
  return fileURLToPath(new URL(`performance/${name}`, docs))
}
