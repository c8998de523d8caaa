import { classKey } from '../../../lib/scoring/class-code.ts'
import type { ClassStanding } from '../../../lib/standings/class-standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'

/** The class of the address; else that of the first followed entry; else that of `lastDriven`; else the largest. */
export function chartedClass(
  { classes, by_name }: Pick<Standings, 'classes' | 'by_name'>,
  code: string,
  stars: Iterable<string>,
  lastDriven: string | undefined,
): ClassStanding | undefined {
  const find = (wanted: string | undefined) =>
    classes.find((group) => wanted !== undefined && classKey(group.code) === classKey(wanted))
  const classOfEntry = (name: string) => find(by_name.get(name)?.class_code)
  const chosen = code === '' ? undefined : find(code)
  const followed = [...stars].map(classOfEntry).find((group) => group !== undefined)
  return chosen ?? followed ?? (lastDriven === undefined ? undefined : classOfEntry(lastDriven)) ?? largest(classes)
}

function largest(classes: readonly ClassStanding[]): ClassStanding | undefined {
  return classes.reduce<ClassStanding | undefined>(
    (most, one) => (most && most.entries.length >= one.entries.length ? most : one),
    undefined,
  )
}
