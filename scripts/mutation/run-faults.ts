import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Fault, faults } from './faults.ts'
import { plantFault } from './plant-fault.ts'
import { tryFault } from './try-fault.ts'

/** Tries the faults whose code is in the files `only`; all when it is empty. Resolves to how many were not killed. */
export async function runFaults(root: string, only: readonly string[], print: (line: string) => void): Promise<number> {
  const sources = await readSources(root)
  let missed = 0
  for (const fault of faults) {
    const files = filesWith(fault, sources)
    const [file] = files
    if (only.length > 0 && !only.some((path) => files.includes(path))) continue
    if (file === undefined || files.length > 1) {
      missed += 1
      print(`fault in ${files.length} files instead of one: ${fault.name}. Correct its code in faults.ts.`)
      continue
    }
    const result = await tryFault(root, fault.name, file)
    if (result.kind !== 'killed') missed += 1
    if (result.kind === 'killed') print(`fault killed: ${fault.name}, ${file}\n    by: ${result.test}`)
    else print(`fault ${result.kind}: ${fault.name}, ${file}${result.kind === 'undecided' ? `\n${result.reason}` : ''}`)
  }
  return missed
}

function filesWith(fault: Fault, sources: ReadonlyMap<string, string>): readonly string[] {
  return [...sources].filter(([, source]) => plantFault(source, fault) !== undefined).map(([path]) => path)
}

/** The sources of the product by their paths. */
async function readSources(root: string): Promise<ReadonlyMap<string, string>> {
  const folders = ['lib', 'server']
  const names = await Promise.all(folders.map((folder) => readdir(join(root, folder), { recursive: true })))
  const paths = folders.flatMap((folder, index) => (names[index] ?? []).map((name) => `${folder}/${name}`))
  const chosen = paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?<!\.(?:test|contract|fixture))\.ts$/.test(path))
  return new Map(
    await Promise.all(chosen.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  )
}
