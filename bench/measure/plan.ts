/** The sections that can be measured. Those of a scene share one start of each server. */
export const sections = ['fan-out', 'storms', 'slow', 'pages', 'saves', 'churn'] as const

export type Section = (typeof sections)[number]

/** What is measured when no section is named: `churn` takes half an hour. */
export const usualSections: readonly Section[] = sections.filter((name) => name !== 'churn')

/** How much is measured. Times are in ms. */
export interface Plan {
  readonly clients: number
  readonly rounds: number
  readonly drivers: number
  /** In each window of the fan-out. */
  readonly revisions: number
  /** Revisions before the first window, in quick succession: until then V8 compiles the code of a pass. */
  readonly warmUp: number
  readonly interval: number
  /** Drivers with a new run in each revision. */
  readonly changed: number
  /** Revisions that clients miss before a storm. */
  readonly missed: number
  readonly slow: {
    readonly paused: number
    readonly others: number
    /** Before the clients pause, and as many again while they do. */
    readonly revisions: number
    readonly interval: number
    /** So many drivers change at once: the kernel keeps the first MB for each paused client. */
    readonly changed: number
  }
  readonly churn: {
    readonly seconds: number
    /** Between two turns, in each of which so many clients leave and return, and one revision is published. */
    readonly interval: number
    readonly leaving: number
    /** So many clients take nothing from the network for so many seconds, then go on for as long. */
    readonly paused: number
    readonly pause: number
  }
  readonly pages: { readonly sizes: readonly number[]; readonly requests: number; readonly connections: number }
  readonly saves: { readonly sizes: readonly number[]; readonly count: number; readonly pause: number }
}

/** What `npm run bench` measures by default. */
export const defaultPlan: Plan = {
  clients: 2000,
  rounds: 3,
  drivers: 1300,
  revisions: 12,
  warmUp: 30,
  interval: 500,
  changed: 3,
  missed: 5,
  slow: { paused: 50, others: 50, revisions: 30, interval: 50, changed: 300 },
  churn: { seconds: 1800, interval: 2000, leaving: 200, paused: 50, pause: 15 },
  pages: { sizes: [140, 1300], requests: 2000, connections: 8 },
  saves: { sizes: [140, 1300, 10_000], count: 20, pause: 100 },
}

/** A moment of everything, to see that it works: no figure of it means anything. */
export const shortPlan: Plan = {
  ...{ clients: 8, rounds: 1, drivers: 20, revisions: 2, warmUp: 1, interval: 100, changed: 3, missed: 2 },
  slow: { paused: 2, others: 4, revisions: 2, interval: 20, changed: 10 },
  churn: { seconds: 1, interval: 100, leaving: 2, paused: 2, pause: 1 },
  pages: { sizes: [20], requests: 10, connections: 2 },
  saves: { sizes: [20], count: 2, pause: 100 },
}
