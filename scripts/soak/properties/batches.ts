import { createHash } from 'node:crypto'

/** Some cases of one property, for one process. */
export interface Batch {
  readonly title: string
  /** Index among the batches of its property. */
  readonly round: number
  readonly seed: number
  readonly cases: number
}

const batchSize = 2500

/** Batches with `cases` cases in all, evenly over the properties, which take turns. Equal seeds give equal batches. */
export function* batchesOf(titles: readonly string[], cases: number, seed: number): Generator<Batch, undefined> {
  const most = Math.ceil(cases / titles.length)
  for (let round = 0; round * batchSize < most; round += 1) {
    for (const [index, title] of titles.entries()) {
      const ofProperty = Math.floor(cases / titles.length) + (index < cases % titles.length ? 1 : 0)
      const left = Math.min(ofProperty - round * batchSize, batchSize)
      if (left > 0) yield { title, round, seed: seedOf(seed, title, round), cases: left }
    }
  }
}

function seedOf(seed: number, title: string, round: number): number {
  return createHash('sha256').update(`${seed} ${round} ${title}`).digest().readInt32BE(0)
}
