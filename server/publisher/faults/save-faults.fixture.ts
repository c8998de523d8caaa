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

/** How a save goes wrong on its way; `pauses` are milliseconds, `cuts` shares of the text. */
export interface SaveFault {
  readonly kind: keyof typeof faults
  readonly pauses: readonly [number, number]
  readonly cuts: readonly [number, number]
}

/** Saves the text as live.rgg of the data folder. In the end the folder is whole, and holds that list. */
export async function saveWith({ kind, pauses, cuts }: SaveFault, folder: string, text: string): Promise<void> {
  const waits = pauses.map((milliseconds) => () => sleep(milliseconds))
  const pieces = cuts.map((cut) => text.slice(0, Math.floor(cut * text.length)))
  const [pauseFirst = noPause, pauseSecond = noPause] = waits
  const [first = '', second = ''] = pieces
  await faults[kind]({ folder, file: join(folder, 'live.rgg'), text, first, second, pauseFirst, pauseSecond })
}

interface Step {
  readonly folder: string
  readonly file: string
  readonly text: string
  /** Two beginnings of the text, cut off at `cuts`. */
  readonly first: string
  readonly second: string
  readonly pauseFirst: () => Promise<void>
  readonly pauseSecond: () => Promise<void>
}

const noPause = async () => {}

const faults = {
  'in place': ({ file, text }) => writeFile(file, text),

  'by rename': async ({ file, text, first, pauseFirst }) => {
    await writeFile(`${file}.part`, first)
    await pauseFirst()
    await writeFile(`${file}.part`, text)
    await rename(`${file}.part`, file)
  },

  'emptied and written in two pieces': async ({ file, text, first, pauseFirst, pauseSecond }) => {
    const handle = await open(file, 'w')
    await pauseFirst()
    await handle.write(first)
    await pauseSecond()
    await handle.write(text.slice(first.length))
    await handle.close()
  },

  'cut off twice before it is whole': async ({ file, text, first, second, pauseFirst, pauseSecond }) => {
    await writeFile(file, first)
    await pauseFirst()
    await writeFile(file, second)
    await pauseSecond()
    await writeFile(file, text)
  },

  'after the last one lost its newline': async ({ file, text, first, pauseFirst, pauseSecond }) => {
    const before = await readFile(file)
    await writeFile(file, before.subarray(0, -1))
    await pauseFirst()
    await writeFile(file, first)
    await pauseSecond()
    await writeFile(file, text)
  },

  'deleted and created': async ({ file, text, pauseFirst }) => {
    await rm(file)
    await pauseFirst()
    await writeFile(file, text)
  },

  'twice, and touched': async ({ file, text, pauseFirst }) => {
    await writeFile(file, text)
    await writeFile(file, text)
    await pauseFirst()
    await utimes(file, new Date(), new Date(Date.now() - 3_600_000))
  },

  'piece by piece': async ({ file, text, first, pauseFirst }) => {
    await truncate(file, 0)
    const length = Math.max(20, Math.floor(first.length / 4))
    for (let at = 0; at < text.length; at += length) {
      await appendFile(file, text.slice(at, at + length))
      await pauseFirst()
    }
  },

  "after another event's list": async ({ file, text, pauseFirst, pauseSecond }) => {
    await writeFile(file, text.replaceAll(/Number(?=\d)/g, 'Other'))
    await pauseFirst()
    await pauseSecond()
    await writeFile(file, text)
  },

  'after a folder of its name': async ({ file, text, pauseFirst }) => {
    await rm(file)
    await mkdir(file)
    await pauseFirst()
    await rm(file, { recursive: true })
    await writeFile(file, text)
  },

  'after it was huge': async ({ file, text, pauseFirst }) => {
    await truncate(file, 40_000_000)
    await pauseFirst()
    await writeFile(file, text)
  },

  'with the data folder replaced': async ({ folder, text, pauseFirst, pauseSecond }) => {
    const next = await layBeside(folder, text)
    await pauseFirst()
    const old = await putInPlace(next, folder, pauseSecond)
    await rm(old, { recursive: true })
  },

  'with the data folder emptied and filled again': async ({ folder, file, text, pauseFirst, pauseSecond }) => {
    await rm(join(folder, 'drivers.jsonl.njk'))
    await rm(file)
    await pauseFirst()
    await writeFile(file, text)
    await pauseSecond()
    await layDataFolder(folder, text)
  },
} satisfies Record<string, (step: Step) => Promise<void>>

export const kindsOfFault = Object.keys(faults) as readonly SaveFault['kind'][]

async function layBeside(folder: string, text: string): Promise<string> {
  const next = join(dirname(folder), `next-${process.hrtime.bigint()}`)
  await layDataFolder(next, text)
  return next
}

/** Replaces the folder by the next one: by renaming it, or by changing the link to it. Returns where the old one is. */
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
