import { eventFile, templateFile } from '../../server/publisher/data-files.ts'
import { eventText } from '../../server/publisher/propose/event-text.ts'
import { filesOfEvent } from '../../server/publisher/propose/files-of-event.ts'
import { templateText } from '../../server/publisher/propose/template-text.ts'
import type { RecognisedFile } from '../../server/publisher/recognise/entries/recognition.ts'
import { isDatabase, recogniseFile } from '../../server/publisher/recognise/recognise-file.ts'
import { loadedSqlite, loadSqlite } from '../../server/publisher/sources/sqlite/sqlite-engine.ts'
import { type GivenFile, readGivenFiles } from './given-files.ts'
import { listLines } from './list-lines.ts'
import type { TemplateOptions } from './options.ts'
import { doubtLines, problemLines, recognisedLines, unusableLines } from './report-lines.ts'
import { tryProposal } from './try-proposal.ts'
import { writeProposal } from './write-proposal.ts'

/**
 * Recognises the files, makes a list of them as the server does, prints all of that, and writes the template and the
 * event. Paths are relative to `cwd`. Resolves to false when there is no list; throws OptionError.
 */
export async function propose(
  { files: paths, out, print: isPrinted }: TemplateOptions,
  cwd: string,
  print: (lines: readonly string[]) => void,
): Promise<boolean> {
  const { folder, files } = readGivenFiles(paths, out, cwd)
  if (files.some(({ bytes }) => isDatabase(bytes))) await loadSqlite()
  const found = files.map(({ name, bytes }) => recogniseFile(name, bytes, loadedSqlite()))
  const readable = found.filter((one): one is RecognisedFile => one.kind === 'recognised')
  const { files: usable, doubts } = filesOfEvent(readable)
  for (const one of found) print(one.kind === 'recognised' ? recognisedLines(one) : unusableLines(one))
  if (usable.length === 0) return false

  const [template, event] = [templateText(usable), eventText(usable)]
  const trial = await tryProposal(files, template, event, usable.find(({ about }) => about.feed)?.about.feed?.name)
  print(trial.kind === 'list' ? listLines(trial.drivers, trial.event) : ['', ...problemLines(trial.problem)])
  print(['', ...doubts, ...doubtLines(usable, trial.kind === 'list' ? trial.warnings : [])])
  if (isPrinted) print(['', `--- ${templateFile}`, template, `--- ${eventFile}`, event])
  else print(['', ...writtenLines(folder, files, template, event)])
  return trial.kind === 'list' && readable.length === found.length
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
