/** How many places there are in all, and how many of them one address can have. */
export interface PlaceLimits {
  readonly total: number
  readonly perAddress: number
}

type NoPlace = 'full' | 'address_full'

export interface Places {
  /** Takes a place and returns how to give it back, once; or why there is none. Without an address only all count. */
  take(address: string | undefined): (() => void) | NoPlace
  count(): number
}

/** Counts what is open, in all and by the address of its client. */
export function createPlaces({ total, perAddress }: PlaceLimits): Places {
  const taken = new Map<string, number>()
  let all = 0

  return {
    take(address) {
      const ofAddress = address === undefined ? 0 : (taken.get(address) ?? 0)
      if (all >= total) return 'full'
      if (ofAddress >= perAddress) return 'address_full'
      all += 1
      if (address !== undefined) taken.set(address, ofAddress + 1)
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        all -= 1
        if (address === undefined) return
        const left = (taken.get(address) ?? 1) - 1
        if (left > 0) taken.set(address, left)
        else taken.delete(address)
      }
    },
    count: () => all,
  }
}
