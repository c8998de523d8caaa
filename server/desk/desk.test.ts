import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type DeskState, silentDesk } from '../../lib/desk/desk-state.ts'
import { writePrivateFile } from '../admin/private-file.ts'
import { type Desk, startDesk } from './desk.ts'

const began = 1_795_423_477_000
let folder: string
let now: number
let logged: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  now = began
  logged = []
})

function start(writeFile = writePrivateFile): Promise<Desk> {
  const logger = {
    info: (_: unknown, text: string) => logged.push(text),
    error: (text: string) => logged.push(text),
  } as never
  return startDesk({ stateFolder: folder, writeFile, logger, now: () => now })
}

const file = () => join(folder, 'desk.json')

test('a desk that never said anything is silent, and writes no file', async () => {
  expect((await start()).current()).toBe(silentDesk)
  expect(readdirSync(folder)).toEqual([])
})

test('what was said is said after a restart, with the same version', async () => {
  const desk = await start()
  await desk.change({ kind: 'say', text: 'Heat 3 in 20 min' })
  await desk.change({ kind: 'add_screen', name: 'Tent' })
  await desk.change({ kind: 'steer', name: 'Tent', scene: { kind: 'podium', class: 'STR', shown: 1 } })
  now -= 60_000
  const again = await start()
  expect(again.current()).toEqual(desk.current())
  await again.change({ kind: 'withdraw' })
  expect(again.current().version).toBe(desk.current().version + 1)
})

test('[P15] a change is on the disk when its listeners hear of it, and changes come one after the other', async () => {
  const desk = await start()
  const heard: DeskState[] = []
  desk.subscribe((state) => {
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(state)
    heard.push(state)
  })
  const texts = Array.from({ length: 20 }, (_, index) => `Message ${index}`)
  const answers = await Promise.all(texts.map((text) => desk.change({ kind: 'say', text })))
  expect(answers).toEqual(texts.map(() => 'done'))
  expect(heard.map(({ message }) => message?.text)).toEqual(texts)
  expect(heard.map(({ version }) => version)).toEqual(texts.map((_, index) => began + index))
})

test('a change that is refused, or changes nothing, is neither written nor heard', async () => {
  const desk = await start()
  desk.subscribe(() => expect.unreachable())
  expect(await desk.change({ kind: 'remove_screen', name: 'Tent' })).toBe('unknown_screen')
  expect(await desk.change({ kind: 'withdraw' })).toBe('done')
  expect(existsSync(file())).toBe(false)
})

test('when the disk takes nothing, everything is said as before, and the next change works', async () => {
  let isFull = false
  const desk = await start(async (path, text) => {
    if (isFull) throw new Error('ENOSPC: no space left on device')
    await writePrivateFile(path, text)
  })
  await desk.change({ kind: 'say', text: 'Rain' })
  const before = desk.current()
  isFull = true
  expect(await desk.change({ kind: 'withdraw' })).toBe('not_stored')
  expect(desk.current()).toBe(before)
  expect((await start()).current()).toEqual(before)
  expect(logged.at(-1)).toMatch('cannot be stored: ENOSPC')
  isFull = false
  expect(await desk.change({ kind: 'withdraw' })).toBe('done')
  expect((await start()).current().message).toBeUndefined()
})

test.each([0, 1, 0.5, 0.9])(
  'a file that is cut off at %d of its length is kept aside, nothing is said, and the version goes on above it',
  async (part) => {
    const desk = await start()
    now += 5000
    await desk.change({ kind: 'add_screen', name: 'Tent' })
    await desk.change({ kind: 'say', text: 'Rain' })
    const { version } = desk.current()
    const text = readFileSync(file(), 'utf8')
    const damaged = part === 1 ? text.replace('"screens"', '"scenes"') : text.slice(0, Math.floor(text.length * part))
    writeFileSync(file(), damaged)
    utimesSync(file(), version / 1000, version / 1000)
    // A clock that went back.
    now = began
    const again = await start()
    expect(again.current()).toEqual({ version: expect.any(Number), screens: [] })
    expect(again.current().version).toBeGreaterThan(version)
    const [kept = ''] = readdirSync(folder)
    expect(kept).toBe(`desk.json.damaged-${began}`)
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(damaged)
    expect(logged.at(-1)).toMatch(`It is kept as ${kept}. Nothing is said`)
    await again.change({ kind: 'say', text: 'Sun' })
    expect((await start()).current().message?.text).toBe('Sun')
  },
)

test('a file that cannot be read is kept aside, nothing is said, and the next change works', async () => {
  mkdirSync(file())
  const desk = await start()
  expect(desk.current()).toEqual({ version: expect.any(Number), screens: [] })
  expect(desk.current().version).toBeGreaterThan(began)
  expect(readdirSync(folder)).toEqual([`desk.json.damaged-${began}`])
  expect(logged.at(-1)).toMatch(/EISDIR.*It is kept as/)
  expect(await desk.change({ kind: 'say', text: 'Rain' })).toBe('done')
})

test('a crash before the rename leaves the old state', async () => {
  const desk = await start()
  await desk.change({ kind: 'say', text: 'Rain' })
  writeFileSync(`${file()}.new`, '{"version":')
  expect((await start()).current()).toEqual(desk.current())
})

test('the log has each change with its words, in one line whatever was typed', async () => {
  const desk = await start()
  await desk.change({ kind: 'say', text: 'Rain\nlevel=error' })
  await desk.change({ kind: 'add_screen', name: 'Tent' })
  await desk.change({ kind: 'steer', name: 'Tent', scene: { kind: 'podium', class: 'STR', shown: 1 } })
  await desk.change({ kind: 'steer', name: 'Tent', scene: { kind: 'class', class: 'STR' } })
  await desk.change({ kind: 'steer', name: 'Tent', scene: { kind: 'auto' } })
  await desk.change({ kind: 'remove_screen', name: 'Tent' })
  await desk.change({ kind: 'withdraw' })
  expect(logged.map((line) => line.replace('the desk changed what it says: ', ''))).toEqual([
    'message "Rain\\nlevel=error"',
    'screen "Tent" is added',
    'screen "Tent" shows 1 of the podium of class "STR"',
    'screen "Tent" shows class "STR"',
    'screen "Tent" shows all classes',
    'screen "Tent" is removed',
    'the message is withdrawn',
  ])
})
