import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SourceError } from '../sources/source-error.ts'
import { openDataFolder } from './data-folder.ts'

let parent = ''
let root = ''

beforeEach(() => {
  parent = fs.mkdtempSync(join(tmpdir(), 'paddock-data-'))
  root = join(parent, 'data')
  fs.mkdirSync(join(root, 'results'), { recursive: true })
  fs.writeFileSync(join(root, 'live.html'), 'one')
  fs.writeFileSync(join(root, 'results', 'grid.rgg'), 'two')
  fs.writeFileSync(join(parent, 'secret.txt'), 'secret')
})

afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(parent, { recursive: true })
})

function refusal(path: string, options = {}): SourceError {
  try {
    openDataFolder(root, options).read(path)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error(`${path} was read`)
}

test('a file is read with its path, size and modification time', () => {
  const file = openDataFolder(root).read('./results//grid.rgg')
  expect(file).toMatchObject({ path: 'results/grid.rgg', text: 'two', size: 3 })
  expect(file.modifiedAt).toBeCloseTo(fs.statSync(join(root, 'results', 'grid.rgg')).mtimeMs, -1)
  expect(openDataFolder(root).read('results\\grid.rgg').path).toBe('results/grid.rgg')
})

test.each([
  '../secret.txt',
  'results/../../secret.txt',
  'results/../live.html',
  '..\\secret.txt',
  '/etc/hostname',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'live.html\0.txt',
])('the path %j leads out of the data folder, and is refused', (path) => {
  expect(refusal(path).code).toBe('outside_data_folder')
})

test.skipIf(process.platform === 'win32')(
  'symlinks inside the data folder are followed, those that lead out are refused',
  () => {
    fs.symlinkSync(join(root, 'results', 'grid.rgg'), join(root, 'inside.rgg'))
    fs.symlinkSync(join(parent, 'secret.txt'), join(root, 'outside.txt'))
    fs.symlinkSync(parent, join(root, 'up'))
    fs.symlinkSync(join(parent, 'nowhere'), join(root, 'dangling'))
    expect(openDataFolder(root).read('inside.rgg').text).toBe('two')
    expect(refusal('outside.txt').code).toBe('outside_data_folder')
    expect(refusal('up/secret.txt').code).toBe('outside_data_folder')
    expect(refusal('dangling').code).toBe('file_missing')
  },
)

test.skipIf(process.platform === 'win32')(
  'the error of a missing file behind a symlink names no file outside the data folder',
  () => {
    fs.symlinkSync(parent, join(root, 'up'))
    const error = refusal('up/secrets.txt')
    expect(error.code).toBe('outside_data_folder')
    expect(error.hint + error.message).not.toContain('secret.txt')
  },
)

test.skipIf(process.platform === 'win32')('a data folder that is a symlink is read', () => {
  fs.symlinkSync(root, join(parent, 'link'))
  expect(openDataFolder(join(parent, 'link')).read('live.html').text).toBe('one')
})

test.skipIf(process.platform === 'win32')('a fifo is refused without waiting, and a folder is refused', () => {
  execFileSync('mkfifo', [join(root, 'pipe')])
  expect(refusal('pipe').code).toBe('unreadable')
  expect(refusal('results').code).toBe('unreadable')
})

test('a file beyond the size limit is refused, one of exactly that size is read', () => {
  expect(refusal('live.html', { maxBytes: 2 }).code).toBe('file_too_large')
  expect(openDataFolder(root, { maxBytes: 3 }).read('live.html').size).toBe(3)
})

test('the error of a missing file suggests the most similar names', () => {
  fs.writeFileSync(join(root, 'Live2.htm'), '')
  expect(refusal('livee.html')).toMatchObject({ code: 'file_missing', file: 'livee.html' })
  expect(refusal('livee.html').hint).toMatch(/^Did you mean live\.html or /)
  expect(refusal('results/grid.rg').hint).toContain('results/grid.rgg')
  expect(refusal('result/grid.rgg').hint).toContain('results')
})

test('a file that changes after its first read keeps its content in the same data folder, and is new in the next', () => {
  const folder = openDataFolder(root)
  folder.read('live.html')
  fs.writeFileSync(join(root, 'live.html'), 'later')
  expect(folder.read('./live.html').text).toBe('one')
  expect(openDataFolder(root).read('live.html').text).toBe('later')
})

test('reads lists each file once, and no refused path', () => {
  const folder = openDataFolder(root)
  folder.read('live.html')
  folder.read('live.html')
  expect(() => folder.read('none.csv')).toThrow(SourceError)
  expect(() => folder.read('../secret.txt')).toThrow(SourceError)
  expect(folder.reads().map(({ path }) => path)).toEqual(['live.html'])
})

/** Makes a change after each of the next reads, as another program could. */
function meanwhile(times: number, change: (count: number) => void): void {
  const real = fs.readSync
  let count = 0
  vi.spyOn(fs, 'readSync').mockImplementation(((...parameters: Parameters<typeof fs.readSync>) => {
    const read = real(...parameters)
    if (count < times) {
      count += 1
      change(count)
    }
    return read
  }) as typeof fs.readSync)
}

test('a file that is written while it is read is read again', () => {
  meanwhile(1, () => fs.writeFileSync(join(root, 'live.html'), 'longer text'))
  expect(openDataFolder(root).read('live.html').text).toBe('longer text')
})

test('a file that is replaced while it is read is read again', () => {
  meanwhile(1, () => {
    fs.writeFileSync(join(root, 'new'), 'new')
    fs.renameSync(join(root, 'new'), join(root, 'live.html'))
  })
  expect(openDataFolder(root).read('live.html').text).toBe('new')
})

test.skipIf(process.platform === 'win32')('a symlink that changes while it is read is followed again', () => {
  fs.symlinkSync('live.html', join(root, 'now'))
  meanwhile(1, () => {
    fs.rmSync(join(root, 'now'))
    fs.symlinkSync(join('results', 'grid.rgg'), join(root, 'now'))
  })
  expect(openDataFolder(root).read('now').text).toBe('two')
})

test('a file that changes in every attempt to read it is refused', () => {
  meanwhile(99, (count) => fs.writeFileSync(join(root, 'live.html'), 'x'.repeat(10 + count)))
  expect(refusal('live.html').code).toBe('file_changing')
})

test('a file that is removed while it is read is missing', () => {
  meanwhile(1, () => fs.rmSync(join(root, 'live.html')))
  expect(refusal('live.html').code).toBe('file_missing')
})

test('a name is found however its accents are written, in folders too', () => {
  const [composed, split] = ['Läufe', 'Läufe'.normalize('NFD')]
  fs.mkdirSync(join(root, split))
  fs.writeFileSync(join(root, split, `${split}.csv`), 'läufe')
  const folder = openDataFolder(root)
  expect(folder.read(`${composed}/${composed}.csv`).text).toBe('läufe')
  expect(folder.reads().map(({ path }) => path)).toEqual([`${split}/${split}.csv`])
  expect(refusal(`${composed}/Läufer.csv`).code).toBe('file_missing')
})

test.each([
  ['an Excel workbook (.xlsx)', 'PK\x03\x04\x14\0\x08\0[Content_Types].xml'],
  ['an OpenDocument file (.ods)', 'PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
  ['a zip archive', 'PK\x03\x04\x14\0\x08\0results.csv'],
  ['an old Excel workbook (.xls)', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a PDF document', '%PDF-1.7\n'],
  ['a SQLite database', 'SQLite format 3\0'],
  ['a gzip archive', '\x1f\x8b\x08'],
])('%s is called by its name', (kind, start) => {
  fs.writeFileSync(join(root, 'r.csv'), Buffer.from(`${start}\xff\0`, 'latin1'))
  const file = openDataFolder(root).read('r.csv')
  expect(() => file.decoded()).toThrow(`r.csv: this is ${kind}, whatever its name says, and no text.`)
  expect(() => file.decoded('windows-1250')).toThrow(expect.objectContaining({ code: 'not_text' }))
})
