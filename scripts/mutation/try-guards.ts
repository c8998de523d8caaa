import { copyTree, type Tree } from './copy-tree.ts'
import type { Guard } from './guard.ts'
import { type Trial, tryGuard, whyUseless } from './try-guard.ts'

export interface TryParts {
  readonly root: string
  readonly jobs: number
  /** For one run of tests, in milliseconds: what takes longer does not end. */
  readonly timeLimit: number
  /** Is told of every guard that was tried. */
  readonly onTrial: (trial: Trial) => void
  readonly signal: AbortSignal
}

/** Why the tests prove nothing, or what became of every guard, in the order of the list. */
export type Tried =
  | { readonly kind: 'useless'; readonly reason: string }
  | { readonly kind: 'tried'; readonly trials: readonly Trial[] }

/** Tries guards in copies of the tree, several at a time, after all their tests have passed on the code as it is. */
export async function tryGuards(guards: readonly Guard[], parts: TryParts): Promise<Tried> {
  const { root, jobs, timeLimit, onTrial, signal } = parts
  const trees: Tree[] = []
  try {
    // Copied before anything runs: whoever goes on working meanwhile changes nothing here.
    for (let job = 0; job < Math.min(jobs, guards.length); job += 1) trees.push(await copyTree(root))
    const places = trees.map(({ folder }) => ({ folder, timeLimit, signal }))
    const reason = places[0] && (await whyUseless(guards, places[0]))
    if (reason !== undefined) return { kind: 'useless', reason }

    const trials = new Map<Guard, Trial>()
    const waiting = guards.values()
    await Promise.all(
      places.map(async (place) => {
        for (const guard of waiting) {
          const trial = await tryGuard(guard, place)
          trials.set(guard, trial)
          onTrial(trial)
        }
      }),
    )
    return { kind: 'tried', trials: guards.flatMap((guard) => trials.get(guard) ?? []) }
  } finally {
    for (const tree of trees) await tree.remove()
  }
}
