import type { KnownContents } from '../../files/data-folder.ts'
import { createLastReading } from '../../memory/last-reading.ts'
import { createMemories } from '../../memory/memories.ts'
import { createPassMemory } from '../../memory/pass-memory.ts'
import { createShapedMemory } from '../../memory/shaped-memory.ts'
import { type AxwareGrid, createGridMemory } from '../../sources/axware/axware-grid.ts'
import { type AxwarePage, createAxwareMemory } from '../../sources/axware/axware-html.ts'
import { createHtmlRowsMemory, type HtmlRows } from '../../sources/html/html-rows.ts'
import { createPageMemory } from '../../sources/html/page-memory.ts'
import type { ProntoPage } from '../../sources/pronto/pronto-html.ts'
import type { Runs } from '../../sources/runs/read-runs.ts'
import type { SelectedRows } from '../../sources/sqlite/select-rows.ts'
import type { JsonLines } from '../../sources/structured/json-lines.ts'
import type { YamlFile } from '../../sources/structured/yaml.ts'
import type { DelimitedRow, DelimitedRows } from '../../sources/tables/delimited.ts'
import { createTableMemory } from '../../sources/tables/table-memory.ts'
import type { KnownTemplates } from '../guard/compile-template.ts'
import type { KnownRuns } from './run-tables.ts'

/**
 * What passes keep, so that a pass reads only what was saved, and of that only what is new. Templates get the records
 * of the last pass again, so they must not change them.
 */
export type ReadingMemory = ReturnType<typeof createReadingMemory>

export function createReadingMemory() {
  const contents: KnownContents = createPassMemory()
  const templates: KnownTemplates = createPassMemory()
  const runs: KnownRuns = createMemories(() => createShapedMemory<DelimitedRow, Runs>())
  const readers = {
    tables: createMemories(() => ({ ...lastOf<DelimitedRows>(), parts: createTableMemory() })),
    grids: createMemories(() => ({ ...lastOf<AxwareGrid>(), parts: createGridMemory() })),
    axwarePages: createMemories(() => ({ ...lastOf<AxwarePage>(), parts: createAxwareMemory() })),
    htmlRows: createMemories(() => ({ ...lastOf<HtmlRows>(), parts: createHtmlRowsMemory() })),
    prontoPages: createMemories(() => ({ ...lastOf<ProntoPage>(), parts: createPageMemory() })),
    jsonLines: createMemories(() => ({ ...lastOf<JsonLines>(), parts: undefined })),
    yaml: createMemories(() => ({ ...lastOf<YamlFile>(), parts: undefined })),
    data: createMemories(() => ({ ...lastOf<unknown>(), parts: undefined })),
    workbooks: createMemories(createLastReading<DelimitedRows>),
    selections: createMemories(createLastReading<SelectedRows>),
  }
  return {
    contents,
    templates,
    runs,
    ...readers,
    /** After a pass, whole or not: forgets what it did not ask for. */
    endPass() {
      for (const memory of [contents, templates, runs, ...Object.values(readers)]) memory.endPass()
    },
  }
}

function lastOf<Found>() {
  return { last: createLastReading<Found>() }
}
