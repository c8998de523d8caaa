import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchmarkEvent, classesOf } from './benchmark-event.ts'

/** The list as JSON, so that no reader of a timing file is measured: `saves` measures those. */
const template = `{% for driver in json("drivers.json") -%}
{{ driver | dump }}
{% endfor %}`

export interface BenchmarkFolder {
  readonly path: string
  /** Replaces the timing file by one with this text. */
  save(text: string): void
  remove(): void
}

/** A data folder with the list of the event. */
export function makeBenchmarkFolder(event: BenchmarkEvent): BenchmarkFolder {
  const path = mkdtempSync(join(tmpdir(), 'paddock-bench-'))
  const count = event.drivers().length
  const classes = Array.from({ length: classesOf(count) }, (_, index) => {
    return `  C${index}: { name: Class ${index}, index: ${(0.78 + index / 1000).toFixed(3)} }\n`
  })
  const save = (text: string) => {
    writeFileSync(join(path, 'drivers.json.new'), text)
    renameSync(join(path, 'drivers.json.new'), join(path, 'drivers.json'))
  }
  writeFileSync(join(path, 'event.yaml'), `title: Benchmark\nruns_per_entry: 6\nclasses:\n${classes.join('')}`)
  writeFileSync(join(path, 'drivers.jsonl.njk'), template)
  save(JSON.stringify(event.drivers()))
  return { path, save, remove: () => rmSync(path, { recursive: true, force: true }) }
}
