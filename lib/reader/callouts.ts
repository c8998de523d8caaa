/** Where a browser keeps how it tells its reader of those they follow. */
export const calloutsKey = 'paddock.callouts'

/** How the page calls out what happens to those followed, beside showing it. */
export interface Callouts {
  readonly speech: boolean
  readonly vibration: boolean
}

export const noCallouts: Callouts = { speech: false, vibration: false }

/** What was stored; quiet when it cannot be read. */
export function readCallouts(text: string | null): Callouts {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (typeof stored !== 'object' || stored === null) return noCallouts
    const { speech, vibration } = stored as Partial<Record<keyof Callouts, unknown>>
    return { speech: speech === true, vibration: vibration === true }
  } catch {
    return noCallouts
  }
}

export function formatCallouts({ speech, vibration }: Callouts): string {
  return JSON.stringify({ speech, vibration })
}
