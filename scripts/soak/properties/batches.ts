import { createHash } from 'node:crypto'

/** Some cases of one law, which one process tries in one go. */
export interface Batch {
  readonly title: string
  /** The how manieth of its law, from 0. */
  readonly round: number
  readonly seed: number
  readonly cases: number
}

const batchSize = 2500

/** The cases evenly over the laws, and each law's in batches that take turns. The same seed makes the same batches. */
export function* batchesOf(titles: readonly string[], cases: number, seed: number): Generator<Batch, undefined> {
  const most = Math.ceil(cases / titles.length)
  for (let round = 0; round * batchSize < most; round += 1) {
    for (const [at, title] of titles.entries()) {
      const ofLaw = Math.floor(cases / titles.length) + (at < cases % titles.length ? 1 : 0)
      const left = Math.min(ofLaw - round * batchSize, batchSize)
      if (left > 0) yield { title, round, seed: seedOf(seed, title, round), cases: left }
    }
  }
}

function seedOf(seed: number, title: string, round: number): number {
  return createHash('sha256').update(`${seed} ${round} ${title}`).digest().readInt32BE(0)
}
