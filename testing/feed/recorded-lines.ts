/** The lines of a recorded feed, as `npm run record` writes them. */
export function recordedLines(recording: string): readonly string[] {
  const entries = recording
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as { readonly line?: { readonly text?: string } })
  return entries.flatMap(({ line }) => line?.text ?? [])
}
