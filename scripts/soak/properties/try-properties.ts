import { OptionError } from '../../../cli/options/option-error.ts'
import type { Property } from '../../../lib/sync/properties/property.fixture.ts'
import { batchesOf } from './batches.ts'
import { readOptions, type SoakOptions, usage } from './options.ts'
import { type Output, showProgress } from './progress.ts'
import { type OnResult, runBatches } from './run-batches.ts'
import { counted, createTally } from './tally.ts'

/** Tries the properties of a module by the command line. Resolves to the exit code: 0 when every property held. */
export async function soakProperties(
  parameters: readonly string[],
  module: URL,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  try {
    const options = readOptions(parameters)
    if (options === 'help') {
      say(output, usage)
      return 0
    }
    const { properties }: { properties: readonly Property[] } = await import(module.href)
    const named = properties.filter(({ title }) => title === options.title)
    const chosen = named.length > 0 ? named : properties.filter(({ title }) => title.includes(options.title))
    if (chosen.length === 0) throw new OptionError(`There is no property with "${options.title}" in its title.`)
    if (options.path === undefined) return await tryAll(chosen, options, module, output, signal)
    return tryAgain(chosen, options, options.path, output)
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    say(output, error.message, '', usage)
    return 1
  }
}

/** Runs in this process, so that a debugger can stop in it. */
function tryAgain(properties: readonly Property[], { cases, seed }: SoakOptions, path: string, output: Output): number {
  const [property, ...others] = properties
  if (!property || others.length > 0) throw new OptionError('--path is of one property: --law takes the whole title.')
  const outcome = property.check({ cases, seed, path })
  say(output, outcome.kind === 'held' ? `${property.title}\nheld.` : outcome.report)
  return outcome.kind === 'held' ? 0 : 1
}

async function tryAll(
  properties: readonly Property[],
  { cases, seed, workers }: SoakOptions,
  module: URL,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const titles = properties.map(({ title }) => title)
  say(output, `Seed ${seed}: ${counted(cases)} cases of ${properties.length} properties in ${workers} processes.`, '')

  const began = performance.now()
  const tally = createTally(titles)
  const progress = showProgress(output, cases)
  const onResult: OnResult = (batch, result) => {
    tally.add(batch, result)
    progress.done(tally.total().cases)
  }
  await runBatches(batchesOf(titles, cases, seed), module, workers, onResult, signal)
  progress.end()

  const reports = tally.reports()
  say(output, ...tally.table(), '', ...reports.flatMap((report) => [report, '']))
  const tried = `${counted(tally.total().cases)} cases`
  const ending = `seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s.`
  if (reports.length > 0)
    say(output, `${reports.length} of ${properties.length} properties broke in ${tried}; ${ending}`)
  else if (signal.aborted) say(output, `Stopped after ${tried}; ${ending}`)
  else say(output, `${properties.length} properties held in ${tried}; ${ending}`)
  return signal.aborted || reports.length > 0 ? 1 : 0
}

function say(output: Output, ...lines: readonly string[]): void {
  output.write(`${lines.join('\n')}\n`)
}
