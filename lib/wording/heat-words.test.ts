import { expect, test } from 'vitest'
import type { HeatProgress } from '../rhythm/heat-progress.ts'
import { briefHeatProgress, heatProgressWords } from './heat-words.ts'

const second: HeatProgress = { heat: '2', of: 4, round: 1, driven: 18, entries: 24, next: undefined }

test.each<[progress: HeatProgress, long: string, brief: string]>([
  [second, 'Heat 2 of 4 · run 1 · 18 of 24 driven', 'heat 2/4, run 1 · 18 of 24'],
  [
    { ...second, next: { kind: 'run', run: 2 } },
    'Heat 2 of 4 · run 1 · 18 of 24 driven · then run 2',
    'heat 2/4, run 1 · 18 of 24',
  ],
  [
    { ...second, next: { kind: 'heat', heat: '3' } },
    'Heat 2 of 4 · run 1 · 18 of 24 driven · then heat 3',
    'heat 2/4, run 1 · 18 of 24',
  ],
  [{ ...second, heat: 'Group A', of: undefined }, 'Group A · run 1 · 18 of 24 driven', 'Group A, run 1 · 18 of 24'],
])('given the progress %j, then the words are "%s", and "%s" on a phone', (progress, long, brief) => {
  expect([heatProgressWords(progress), briefHeatProgress(progress)]).toEqual([long, brief])
})
