/** The storage key of the reader's callout settings. */
export const calloutsKey = 'paddock.callouts'

/** The ways to call out news of followed entries that are switched on. */
export interface Callouts {
  readonly speech: boolean
  readonly vibration: boolean
}

export const noCallouts: Callouts = { speech: false, vibration: false }

/** Reads stored settings; all are off if the text is not valid. */
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
