import {
  appendFile,
  mkdir,
  open,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { layDataFolder } from '../pipeline.fixture.ts'

/** How a save may go wrong on its way; `pauses` are milliseconds, `places` shares of the text. */
export interface SaveFault {
  readonly kind: keyof typeof faults
  readonly pauses: readonly [number, number]
  readonly places: readonly [number, number]
}

/** Saves the text into the data folder's live.rgg. When it returns, the folder is whole and that is the list in it. */
export async function saveWith({ kind, pauses, places }: SaveFault, folder: string, text: string): Promise<void> {
  const rest = pauses.map((milliseconds) => () => sleep(milliseconds))
  const pieces = places.map((place) => text.slice(0, Math.floor(place * text.length)))
  const [restFirst = rest0, restSecond = rest0] = rest
  const [first = '', second = ''] = pieces
  await faults[kind]({ folder, file: join(folder, 'live.rgg'), text, first, second, restFirst, restSecond })
}

interface Step {
  readonly folder: string
  readonly file: string
  readonly text: string
  /** Two beginnings of the text. */
  readonly first: string
  readonly second: string
  readonly restFirst: () => Promise<void>
  readonly restSecond: () => Promise<void>
}

const rest0 = async () => {}

const faults = {
  'in place': ({ file, text }) => writeFile(file, text),

  'by rename': async ({ file, text, first, restFirst }) => {
    await writeFile(`${file}.part`, first)
    await restFirst()
    await writeFile(`${file}.part`, text)
    await rename(`${file}.part`, file)
  },

  'emptied and written in two pieces': async ({ file, text, first, restFirst, restSecond }) => {
    const handle = await open(file, 'w')
    await restFirst()
    await handle.write(first)
    await restSecond()
    await handle.write(text.slice(first.length))
    await handle.close()
  },

  'cut, and cut elsewhere': async ({ file, text, first, second, restFirst, restSecond }) => {
    await writeFile(file, first)
    await restFirst()
    await writeFile(file, second)
    await restSecond()
    await writeFile(file, text)
  },

  'after the one before, without its end': async ({ file, text, first, restFirst, restSecond }) => {
    const before = await readFile(file)
    await writeFile(file, before.subarray(0, -1))
    await restFirst()
    await writeFile(file, first)
    await restSecond()
    await writeFile(file, text)
  },

  'deleted and created': async ({ file, text, restFirst }) => {
    await rm(file)
    await restFirst()
    await writeFile(file, text)
  },

  'twice, and touched': async ({ file, text, restFirst }) => {
    await writeFile(file, text)
    await writeFile(file, text)
    await restFirst()
    await utimes(file, new Date(), new Date(Date.now() - 3_600_000))
  },

  'piece by piece': async ({ file, text, first, restFirst }) => {
    await truncate(file, 0)
    const length = Math.max(20, Math.floor(first.length / 4))
    for (let at = 0; at < text.length; at += length) {
      await appendFile(file, text.slice(at, at + length))
      await restFirst()
    }
  },

  "after another event's list": async ({ file, text, restFirst, restSecond }) => {
    await writeFile(file, text.replaceAll(/Number(?=\d)/g, 'Other'))
    await restFirst()
    await restSecond()
    await writeFile(file, text)
  },

  'after a folder in its place': async ({ file, text, restFirst }) => {
    await rm(file)
    await mkdir(file)
    await restFirst()
    await rm(file, { recursive: true })
    await writeFile(file, text)
  },

  'after it was huge': async ({ file, text, restFirst }) => {
    await truncate(file, 40_000_000)
    await restFirst()
    await writeFile(file, text)
  },

  'with another folder in place of the folder': async ({ folder, text, restFirst, restSecond }) => {
    const next = await layBeside(folder, text)
    await restFirst()
    const old = await putInPlace(next, folder, restSecond)
    await rm(old, { recursive: true })
  },

  'with the folder emptied and filled again': async ({ folder, file, text, restFirst, restSecond }) => {
    await rm(join(folder, 'drivers.jsonl.njk'))
    await rm(file)
    await restFirst()
    await writeFile(file, text)
    await restSecond()
    await layDataFolder(folder, text)
  },
} satisfies Record<string, (step: Step) => Promise<void>>

export const kindsOfFault = Object.keys(faults) as readonly SaveFault['kind'][]

async function layBeside(folder: string, text: string): Promise<string> {
  const next = join(dirname(folder), `next-${process.hrtime.bigint()}`)
  await layDataFolder(next, text)
  return next
}

/**
 * Puts the next folder where the folder is: by its name, or by the link that leads to it. Returns where the old one is.
 */
async function putInPlace(next: string, folder: string, gone: () => Promise<void>): Promise<string> {
  const target = await readlink(folder).catch(() => undefined)
  if (target !== undefined) {
    await symlink(next, `${folder}.new`)
    await rename(`${folder}.new`, folder)
    return target
  }
  await rename(folder, `${next}-old`)
  await gone()
  await rename(next, folder)
  return `${next}-old`
}
