import type { HeatProgress } from '../rhythm/heat-progress.ts'

/** `heat 2`; a label that says so itself is kept: `Group B`, `Heat 2`. */
export function heatName(heat: string): string {
  return /^(heat|group|run group|session|stage)\b/i.test(heat) ? heat : `heat ${heat}`
}

/** `Heat 2 of 4 · run 1 · 18 of 24 driven · then run 2`. */
export function heatProgressWords({ heat, of, round, driven, entries, next }: HeatProgress): string {
  const name = of === undefined ? heatName(heat) : `${heatName(heat)} of ${of}`
  const parts = [name, `run ${round}`, `${driven} of ${entries} driven`]
  if (next) parts.push(`then ${next.kind === 'run' ? `run ${next.run}` : heatName(next.heat)}`)
  return capitalized(parts.join(' · '))
}

/** The same for the one line of a phone: `heat 2/4, run 1 · 18 of 24`. */
export function briefHeatProgress({ heat, of, round, driven, entries }: HeatProgress): string {
  const name = of === undefined ? heatName(heat) : `${heatName(heat)}/${of}`
  return `${name}, run ${round} · ${driven} of ${entries}`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
