/** An entry of a made-up timing file. */
export interface FuzzEntry {
  /** No name becomes another by a few bytes. */
  readonly name: string
  readonly number: string
  /** Each run names its entry twice, in its seconds and in its decimals: one wrong digit makes it nobody's. */
  readonly runs: readonly string[]
}

const names =
  'Alder Birch Cedar Dogwood Elm Ficus Gum Hazel Ironwood Juniper Kauri Linden Maple Nutmeg Oak Poplar'.split(' ')
const mostRuns = 4

/** Entries in the order of a file, each with up to four runs. */
export function fuzzEntries(random: () => number): readonly FuzzEntry[] {
  const count = 2 + Math.floor(random() * (names.length - 2))
  return names.slice(0, count).map((name, index) => {
    const runs = 1 + Math.floor(random() * mostRuns)
    return { name, number: String(100 + index * 7), runs: Array.from({ length: runs }, (_, run) => runOf(index, run)) }
  })
}

function runOf(entry: number, run: number): string {
  return `${30 + entry}.${30 + entry}${run + 1}`
}

/** The name of the entry whose time this is; undefined for a time that is nobody's. */
export function ownerOf(milliseconds: number): string | undefined {
  const seconds = Math.floor(milliseconds / 1000)
  const [entry, run] = [Math.floor((milliseconds % 1000) / 10) - 30, milliseconds % 10]
  return entry === seconds - 30 && run >= 1 && run <= mostRuns ? names[entry] : undefined
}

/** Whether a name is that of an entry, and not a damaged one. */
export function isEntryName(name: string): boolean {
  return names.includes(name)
}
