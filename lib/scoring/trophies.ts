import type { Event } from '../record/event.ts'

/** How many trophies a class of so many entries gets, whether they have driven or not. */
export function trophyCount(entries: number, rule: Event['trophies']): number {
  if (rule === 'none') return 0
  if (rule === 'third') return Math.ceil(entries / 3)
  return rule[Math.min(entries, rule.length) - 1] ?? 0
}
