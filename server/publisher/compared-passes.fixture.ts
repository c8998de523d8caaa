import { createListComparer } from './parse/list-changes.ts'
import type { TellPublished, Told } from './parse/published-list.ts'
import type { FilesRead, PassResult } from './render/pass-result.ts'

/** What made-up files say, or why their process was ended. */
export type MadeUpPass = FilesRead | Extract<PassResult, { kind: 'ended' }>

/** Compares made-up passes with the published list, as the process of the passes does. */
export function comparedPasses() {
  let comparer = createListComparer('drivers.jsonl.njk')
  let known: Told | undefined
  return async (pass: MadeUpPass, published: TellPublished): Promise<PassResult> => {
    const { update, told } = await published(known)
    known = pass.kind === 'ended' ? undefined : told
    if (pass.kind === 'ended') {
      comparer = createListComparer('drivers.jsonl.njk')
      return pass
    }
    return { ...pass, list: comparer.after(update)(pass.list, pass.event) }
  }
}
