import type { Results } from './results.ts'

/** One run of several that measured different sections: of each section, the last figures. Scenes stay together. */
export function mergeRuns(runs: readonly Results[]): Results {
  const [first] = runs
  if (!first) throw new Error('There is no run.')
  return {
    ...first,
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    scenes: runs.findLast(({ scenes }) => scenes.length > 0)?.scenes ?? [],
    pages: runs.findLast(({ pages }) => pages.length > 0)?.pages ?? [],
    saves: runs.findLast(({ saves }) => saves.length > 0)?.saves ?? [],
    churn: runs.findLast(({ churn }) => churn !== undefined)?.churn,
  }
}
