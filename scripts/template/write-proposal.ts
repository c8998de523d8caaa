import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventFile, templateFile } from '../../server/publisher/data-files.ts'

/** What was written, and what was there before and stays. */
export interface Written {
  readonly written: readonly string[]
  readonly kept: readonly string[]
}

/** Writes both files into a folder; one that is there already stays as it is. */
export function writeProposal(folder: string, template: string, event: string): Written {
  mkdirSync(folder, { recursive: true })
  const files = [
    { path: join(folder, templateFile), text: template },
    { path: join(folder, eventFile), text: event },
  ]
  const kept = files.filter(({ path }) => existsSync(path))
  const missing = files.filter((file) => !kept.includes(file))
  // `wx` fails for a file that another program wrote in between.
  for (const { path, text } of missing) writeFileSync(path, text, { flag: 'wx' })
  return { written: missing.map(({ path }) => path), kept: kept.map(({ path }) => path) }
}
