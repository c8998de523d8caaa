/** Damages timing files of every kind and reads them: npm run fuzz -- --files 100000 --seed 7 */
import { parseOptions, readWholeNumber } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'
import { runFuzz } from './run-fuzz.ts'

const usage = `npm run fuzz -- [--files 2000] [--seed 1] [--first 0]

Makes timing files of every kind, damages each in one way, and reads it. A reader may refuse a file; it must not crash,
hang, or give an entry the time of another one. Equal seeds give equal files; --first 123 --files 1 tries one again.
`

const mostListed = 20

async function main(): Promise<number> {
  const parsed = parseOptions(process.argv.slice(2), {
    files: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
  })
  if (parsed === 'help') {
    process.stdout.write(usage)
    return 0
  }
  const number = (name: 'files' | 'seed' | 'first', least: number) =>
    readWholeNumber(`--${name}`, parsed.values[name], least, 10_000_000)
  const run = { files: number('files', 1), seed: number('seed', 0), first: number('first', 0) }
  const { read, refused, faults, slowest } = await runFuzz(run, (done) => {
    if (done % 10_000 === 0) process.stdout.write(`${done} files\n`)
  })
  for (const { number: at, outcome } of faults.slice(0, mostListed)) {
    process.stdout.write(`${outcome.kind} (${outcome.what}): ${outcome.fault ?? ''}\n`)
    process.stdout.write(`  again: npm run fuzz -- --seed ${run.seed} --first ${at} --files 1\n`)
  }
  const summary = `${run.files} files: ${read} read, ${refused} refused, ${faults.length} faults; the slowest took`
  process.stdout.write(`${summary} ${Math.ceil(slowest)} ms.\n`)
  return faults.length === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
