import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPassMemory } from '../memory/pass-memory.ts'
import { openDataFolder } from './data-folder.ts'
import { type FileContent, fileContent } from './file-content.ts'

/** Saves a page many times. Each pass opens the folder again and remembers the contents of the last pass. */
function folderWithPage() {
  const root = mkdtempSync(join(tmpdir(), 'paddock-content-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const known = createPassMemory<string, FileContent>()
  return (page: string | Buffer) => {
    writeFileSync(join(root, 'live.html'), page)
    const file = openDataFolder(root, {}, known).read('live.html')
    known.endPass()
    return file
  }
}

const page = (time: string) => `<table><tr><td>Núñez<td>${time}<tr><td>Bo<td>46.2`
const texts = (save: ReturnType<typeof folderWithPage>, ...pages: readonly (string | Buffer)[]) =>
  pages.map((one) => save(one).inPieces()?.whole())

test('given a page that is saved again and again, then its pieces are those of each save', () => {
  const pages = [page('45.1'), page('44.9'), page('44.9'), page('45.123 DNF'), page(''), page('45.1'), '', page('44.8')]
  expect(texts(folderWithPage(), ...pages)).toEqual(pages)
})

test('given a page with a byte order mark or with other line ends, then its pieces have neither', () => {
  const save = folderWithPage()
  const pages = [`\ufeff${page('45.1')}`, page('45.1'), `\ufeff${page('45.2')}\r\n`, `${page('45.2')}\r`]
  expect(texts(save, ...pages)).toEqual([page('45.1'), page('45.1'), `${page('45.2')}\n`, `${page('45.2')}\n`])
})

test('given a save in another encoding between others, then it has no pieces, and the next one has', () => {
  const pages = [page('45.1'), Buffer.from(page('45.2'), 'latin1'), page('45.3')]
  expect(texts(folderWithPage(), ...pages)).toEqual([page('45.1'), undefined, page('45.3')])
})

test('given a save whose pieces nobody asks for, then those of the next one are right', () => {
  const save = folderWithPage()
  const [first] = texts(save, page('45.1'))
  save(page('45.2'))
  save(page('45.3'))
  expect([first, ...texts(save, page('45.1'), page('45.4'))]).toEqual([page('45.1'), page('45.1'), page('45.4')])
})

test('given a save with the same bytes, then its pieces are the same object', () => {
  const save = folderWithPage()
  const first = save(page('45.1')).inPieces()
  expect(save(page('45.1')).inPieces()).toBe(first)
})

test('given bytes that somebody asked for, when the page is saved again, then they are not written over', () => {
  const save = folderWithPage()
  texts(save, page('45.1'))
  const { bytes } = save(page('45.2'))
  texts(save, page('45.2'), page('45.3'), page('45.4'), page('45.5'))
  expect(Buffer.from(bytes).toString()).toBe(page('45.2'))
})

test('given a page that is saved again and again, then two places in memory hold its bytes by turns', () => {
  const first = fileContent(Buffer.from(page('45.1')))
  first.inPieces()
  const room = new Uint8Array(first.room(100).buffer).fill(0x20)
  const second = fileContent(room, first)
  second.inPieces()
  expect(second.room(20).buffer).toBe(first.bytes.buffer)
  const third = fileContent(new Uint8Array(first.bytes.buffer, 0, 20).fill(0x20), second)
  third.inPieces()
  expect(third.room(20).buffer).toBe(room.buffer)
})
