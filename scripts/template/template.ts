/** Makes a template and an event.yaml for a timing file: npm run template -- --help */
import { OptionError } from '../../cli/options/option-error.ts'
import { readOptions, usage } from './options.ts'
import { propose } from './propose.ts'

try {
  const options = readOptions(process.argv.slice(2))
  // npm starts a command in the folder of the project.
  const cwd = process.env.INIT_CWD ?? process.cwd()
  if (options === 'help') console.log(usage)
  else if (!(await propose(options, cwd, (lines) => console.log(lines.join('\n'))))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
