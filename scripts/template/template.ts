/** Makes a template and an event.yaml for a timing file: npm run template -- --help */
import { OptionError } from '../../cli/options/option-error.ts'
import { eventFile, templateFile } from '../../server/publisher/data-files.ts'
import { eventText } from '../../server/publisher/propose/event-text.ts'
import { templateText } from '../../server/publisher/propose/template-text.ts'
import type { RecognisedFile } from '../../server/publisher/recognise/entries/recognition.ts'
import { recogniseFile } from '../../server/publisher/recognise/recognise-file.ts'
import { type GivenFile, readGivenFiles } from './given-files.ts'
import { listLines } from './list-lines.ts'
import { readOptions, type TemplateOptions, usage } from './options.ts'
import { doubtLines, problemLines, recognisedLines, unusableLines } from './report-lines.ts'
import { tryProposal } from './try-proposal.ts'
import { writeProposal } from './write-proposal.ts'

const print = (lines: readonly string[]) => console.log(lines.join('\n'))

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else if (!(await propose(options))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}

/** Resolves to false when there is no list. */
async function propose({ files: paths, out, print: isPrinted }: TemplateOptions): Promise<boolean> {
  // npm starts a command in the folder of the project.
  const { folder, files } = readGivenFiles(paths, out, process.env.INIT_CWD ?? process.cwd())
  const found = files.map(({ name, bytes }) => recogniseFile(name, bytes))
  const usable = found.filter((one): one is RecognisedFile => one.kind === 'recognised')
  for (const one of found) print(one.kind === 'recognised' ? recognisedLines(one) : unusableLines(one))
  if (usable.length === 0) return false

  const [template, event] = [templateText(usable), eventText(usable)]
  const trial = await tryProposal(files, template, event, usable.find(({ about }) => about.feed)?.about.feed?.name)
  print(trial.kind === 'list' ? listLines(trial.drivers, trial.event) : ['', ...problemLines(trial.problem)])
  print(['', ...doubtLines(usable, trial.kind === 'list' ? trial.warnings : [])])
  if (isPrinted) print(['', `--- ${templateFile}`, template, `--- ${eventFile}`, event])
  else print(['', ...writtenLines(folder, files, template, event)])
  return trial.kind === 'list' && usable.length === found.length
}

function writtenLines(folder: string, files: readonly GivenFile[], template: string, event: string): readonly string[] {
  const { written, kept } = writeProposal(folder, template, event)
  const outside = files.filter(({ isOutside }) => isOutside)
  return [
    ...written.map((path) => `Written: ${path}`),
    ...kept.map((path) => `Not written, since it is there: ${path}`),
    ...(kept.length > 0 ? ['To see what would be written, add --print; to write it elsewhere, --out DIR.'] : []),
    ...outside.map(({ path, name }) => `Let the timing software save ${name} into ${folder}; now it is ${path}.`),
    ...(written.length > 0 ? [`Next: DATA_DIR=${quotedPath(folder)} npm start`] : []),
  ]
}

function quotedPath(path: string): string {
  return /[^\w./:\\-]/.test(path) ? JSON.stringify(path) : path
}
