import * as z from 'zod/mini'

const mutants = z.array(z.looseObject({ status: z.string() }))
const rememberedSchema = z.looseObject({ files: z.record(z.string(), z.looseObject({ mutants })) })

/**
 * What Stryker remembers of earlier runs, as JSON, without the mutants that no test killed: they are tried again.
 * Stryker would not try a survivor of code that runs while its module loads, even when a new test kills it.
 */
export function forgetSurvivors(json: string): string {
  const { files, ...rest } = rememberedSchema.parse(JSON.parse(json))
  const killedOnly = Object.entries(files).map(([path, file]) => {
    return [path, { ...file, mutants: file.mutants.filter(({ status }) => status === 'Killed') }] as const
  })
  return JSON.stringify({ ...rest, files: Object.fromEntries(killedOnly) })
}
