import nunjucks from 'nunjucks'
import type { SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import type { DataFolder } from '../files/data-folder.ts'
import type { ListRead } from '../parse/list-read.ts'
import { createRenderedLines } from '../parse/rendered-lines.ts'
import { SourceError } from '../sources/source-error.ts'
import { type SourceCollector, sourceGlobals } from './globals.ts'
import { compileTemplate } from './guard/compile-template.ts'
import { groupByAttribute } from './guard/guard.ts'
import type { KeptRow, KeptRows } from './guard/kept-rows.ts'
import { createLookUpHook, type LookUpHook } from './guard/look-up.ts'
import { createSourceNames } from './guard/source-names.ts'
import { limitWarnings } from './limit-warnings.ts'
import { listProblem } from './list-limits.ts'
import { excerptOf, problemOf } from './problem.ts'
import { createFeedReader, type FeedsOfPass, noFeedsOfPass } from './readers/feed-reader.ts'
import type { ReadingMemory } from './readers/reading-memory.ts'
import { createRunTables } from './readers/run-tables.ts'
import { templateProblem } from './template-problem.ts'

/**
 * Renders the template with the readers as globals. A problem names file and line of the template or the timing file.
 * With the memory of the passes before, the list is the same.
 */
export async function renderTemplate(
  folder: DataFolder,
  path: string,
  feeds: FeedsOfPass = noFeedsOfPass,
  memory?: ReadingMemory,
): Promise<ListRead> {
  const loading: Promise<void>[] = []
  const list = await renderOnce(folder, path, feeds, loading, memory)
  if (loading.length === 0) return list ?? withoutMemory(folder, path, feeds)
  // A template cannot wait: what a reader needed is there in the second rendering.
  await Promise.all(loading)
  return (await renderOnce(folder, path, feeds, [], memory)) ?? withoutMemory(folder, path, feeds)
}

/** For a template that changes lists of readers, such as by `entry.runs.push(…)`: each rendering needs new ones. */
async function withoutMemory(folder: DataFolder, path: string, feeds: FeedsOfPass): Promise<ListRead> {
  const list = await renderOnce(folder, path, feeds, [], undefined)
  if (!list) throw new Error('a rendering without a memory is never given up')
  return list
}

/** Undefined when the template is about to change a list that the memory holds. */
async function renderOnce(
  folder: DataFolder,
  path: string,
  feeds: FeedsOfPass,
  loading: Promise<void>[],
  memory: ReadingMemory | undefined,
): Promise<ListRead | undefined> {
  const collected: SourceCollector = { warnings: [], unterminated: [], loading }
  const sourceNames = createSourceNames()
  const runTables = createRunTables(sourceNames, memory?.runs)
  let isGivenUp = false
  const onRead = (record: object, name: string) => sourceNames.of(record)?.used.add(name)
  const onListChange = () => {
    if (!memory) return
    isGivenUp = true
    throw new Error('the template changes a list of a reader')
  }
  const rendered = createRenderedLines()
  const kept: KeptRows[] = []
  const rows = {
    onReads: (record: object, names: readonly string[]) => {
      const used = sourceNames.of(record)?.used
      if (used) for (const name of names) used.add(name)
    },
    runsOf: runTables.runsInTable,
  }
  const onWrite = (written: KeptRow | string) => {
    if (typeof written === 'string') rendered.add(written)
    else if (written.line === undefined) rendered.add(written.text)
    else rendered.addLine(written.line, written.text)
  }
  const feedReader = createFeedReader(feeds, sourceNames)
  const missing = new Map<string, SourceWarning>()
  const checkLookUp = createLookUpHook(sourceNames, ({ message, file, line }) => {
    const taken = 'It is taken as empty; write `| default("")` if that is meant.'
    missing.set(message, { code: 'missing_name', message: `${message} ${taken}`, file, line })
  })
  const sources = new Map<string, string>()
  let grammar = false
  let thrown: SourceError | undefined
  // Nunjucks turns an error thrown inside a template into text; the error itself has code, file and line.
  const keepThrown = <Result>(read: () => Result): Result => {
    try {
      return read()
    } catch (error) {
      if (error instanceof SourceError) thrown = error
      throw error
    }
  }
  const getSource = (name: string) => {
    const { text } = keepThrown(() => folder.read(name))
    sources.set(name, text)
    grammar = true
    const checked: LookUpHook = (lookUp) => keepThrown(() => checkLookUp(lookUp))
    const compiled = keepThrown(() =>
      compileTemplate(text, name, checked, {
        ...{ known: memory?.templates, onListChange, onRead },
        rows: { ...rows, onWrite: name === path ? onWrite : undefined },
        onRows: (some) => kept.push(some),
      }),
    )
    grammar = false
    // The engine takes compiled code in the place of a text, which its types leave out.
    return { src: { type: 'code', obj: compiled } as unknown as string, path: name, noCache: true }
  }

  // Includes and imports are read from the data folder only.
  const environment = new nunjucks.Environment({ getSource }, { autoescape: false })
  environment.addFilter('groupby', groupByAttribute)
  const globals = sourceGlobals(folder, collected, sourceNames, { runTables, feedReader, memory })
  for (const [name, reader] of Object.entries(globals)) {
    environment.addGlobal(name, (...parameters: unknown[]) => keepThrown(() => reader(...parameters)))
  }
  const { text, error } = await render(environment, path)
  runTables.end()
  for (const one of kept) one.end()
  if (isGivenUp) return undefined
  if (error) {
    const problem = thrown
      ? { ...problemOf(thrown, path), excerpt: excerptOf(sources.get(thrown.file), thrown.line) }
      : templateProblem(error.message, path, sources, grammar)
    return { kind: 'rejected', problem }
  }
  rendered.add(text)
  const lines = rendered.lines()
  const tooLarge = listProblem(lines, path)
  if (tooLarge) return { kind: 'rejected', problem: tooLarge }
  const found = [...collected.warnings, ...runTables.warnings(), ...feedReader.warnings()].map((warning) => ({
    code: 'source',
    ...warning,
  }))
  const warnings = limitWarnings([...missing.values(), ...found])
  return { kind: 'rendered', lines, warnings, unterminated: collected.unterminated }
}

/** Uses a callback: without one, Nunjucks throws the error of an include where it cannot be caught. */
function render(environment: nunjucks.Environment, path: string): Promise<{ text: string; error: Error | undefined }> {
  return new Promise((resolve) => {
    try {
      environment.render(path, {}, (error, text) => resolve({ text: text ?? '', error: error ?? undefined }))
    } catch (error) {
      resolve({ text: '', error: error instanceof Error ? error : new Error(String(error)) })
    }
  })
}
