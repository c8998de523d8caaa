import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const template = `{% for entry in axware_grid("live.rgg") -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, car: entry.car, runs: entry.runs } | dump }}
{% endfor %}`

const header = 'Class\tNumber\tFirst Name\tLast Name\tCar Model\tRun 1\tPen 1\tRun 2\tPen 2\tRun 3\tPen 3\t\n'

/** A data folder with an event of `size` entries in classes of ten; returns the folder. */
export async function makeEventFolder(size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-bench-'))
  await writeFile(join(folder, 'event.yaml'), 'title: Benchmark\n')
  await writeFile(join(folder, 'drivers.jsonl.njk'), template)
  await writeFile(join(folder, 'live.rgg'), gridText(size, 0))
  return folder
}

/** The name of the driver whose run changes with every save. */
export const changingDriver = 'First0 Last0'

/** The run that says which save it was. */
export function runOfSave(save: number): string {
  return (40 + save / 1000).toFixed(3)
}

/** The whole file, as timing software writes it at every save; only the first driver's last run differs. */
export function gridText(size: number, save: number): string {
  const row = (index: number) => {
    const last = index === 0 ? runOfSave(save) : '41.234'
    return `C${Math.floor(index / 10)}\t${index % 10}\tFirst${index}\tLast${index}\t2004 Mazda Miata\t42.101\t1\t41.909\t\t${last}\t\t\n`
  }
  return header + Array.from({ length: size }, (_, index) => row(index)).join('')
}
