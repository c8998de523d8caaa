import type { Driver } from '../../lib/record/driver.ts'
import { eventText } from '../../server/publisher/propose/event-text.ts'
import { filesOfEvent } from '../../server/publisher/propose/files-of-event.ts'
import { templateText } from '../../server/publisher/propose/template-text.ts'
import type { RecognisedFile, Recognition } from '../../server/publisher/recognise/entries/recognition.ts'
import { recogniseFile } from '../../server/publisher/recognise/recognise-file.ts'
import { loadedSqlite } from '../../server/publisher/sources/sqlite/sqlite-engine.ts'
import { type Trial, tryProposal } from './try-proposal.ts'

/** A file by name: its text, or its bytes. */
export type MadeUpFile = readonly [name: string, content: string | Uint8Array]

/** What the command makes of files, without writing anything. */
export interface ProposedList {
  readonly recognised: readonly RecognisedFile[]
  readonly template: string
  readonly event: string
  readonly trial: Trial
}

/** Recognises a file that a template can read. Throws for any other. */
export function recognised([name, content]: MadeUpFile): RecognisedFile {
  const found = recognise([name, content])
  if (found.kind === 'unusable') throw new Error(`${name} is ${found.what}. ${found.hint}`)
  return found
}

export function recognise([name, content]: MadeUpFile): Recognition {
  return recogniseFile(name, bytesOf(content), loadedSqlite())
}

export async function proposedList(...files: readonly MadeUpFile[]): Promise<ProposedList> {
  const { files: found } = filesOfEvent(files.map(recognised))
  const [template, event] = [templateText(found), eventText(found)]
  const feed = found.find(({ about }) => about.feed)?.about.feed?.name
  const given = files.map(([name, content]) => ({ name, bytes: bytesOf(content) }))
  return { recognised: found, template, event, trial: await tryProposal(given, template, event, feed) }
}

/** The parts of an entry that every kind of file has, as the recogniser reads them. */
export function entriesOf({ recognised: files }: ProposedList): readonly unknown[] {
  return files.flatMap(({ entries }) =>
    entries.map((entry) => [entry.name, entry.class, entry.number, withoutBlanks(entry.runs)]),
  )
}

/** The same of the list that a pass makes by the proposed template. Throws when there is no list. */
export function driversOf({ trial, template }: ProposedList): readonly unknown[] {
  if (trial.kind === 'problem') throw new Error(`${trial.problem.message}\n${template}`)
  return trial.drivers.map((driver) => partsOf(driver))
}

export function partsOf(driver: Driver): readonly unknown[] {
  const name = driver.display_name ?? driver.driver_name
  return [name, driver.class ?? '', driver.number ?? '', withoutBlanks(driver.runs ?? [])]
}

/** Runs that are not driven yet say nothing at the end. */
function withoutBlanks(runs: readonly (string | readonly string[])[]): readonly unknown[] {
  const isBlank = (run: string | readonly string[]) => run.length === 0
  const cut = runs.slice(0, runs.findLastIndex((run) => !isBlank(run)) + 1)
  const [only] = cut
  // A single course is the same as none.
  if (cut.length === 1 && only !== undefined && typeof only !== 'string') return withoutBlanks(only)
  return cut.map((run) => (typeof run === 'string' ? run : withoutBlanks(run)))
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}
