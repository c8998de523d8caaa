import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SourceError } from '../sources/source-error.ts'
import { openDataFolder } from './data-folder.ts'

let place = ''
let root = ''

beforeEach(() => {
  place = fs.mkdtempSync(join(tmpdir(), 'paddock-data-'))
  root = join(place, 'data')
  fs.mkdirSync(join(root, 'results'), { recursive: true })
  fs.writeFileSync(join(root, 'live.html'), 'one')
  fs.writeFileSync(join(root, 'results', 'grid.rgg'), 'two')
  fs.writeFileSync(join(place, 'secret.txt'), 'secret')
})

afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(place, { recursive: true })
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

test('reads a file with its path, size and time', () => {
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
])('refuses %j, which leads out of the folder', (path) => {
  expect(refusal(path).code).toBe('outside_data_folder')
})

test.skipIf(process.platform === 'win32')('follows symlinks inside the folder, and none that lead out', () => {
  fs.symlinkSync(join(root, 'results', 'grid.rgg'), join(root, 'inside.rgg'))
  fs.symlinkSync(join(place, 'secret.txt'), join(root, 'outside.txt'))
  fs.symlinkSync(place, join(root, 'up'))
  fs.symlinkSync(join(place, 'nowhere'), join(root, 'dangling'))
  expect(openDataFolder(root).read('inside.rgg').text).toBe('two')
  expect(refusal('outside.txt').code).toBe('outside_data_folder')
  expect(refusal('up/secret.txt').code).toBe('outside_data_folder')
  expect(refusal('dangling').code).toBe('file_missing')
})

test.skipIf(process.platform === 'win32')('names nothing that lies outside, even beside a missing file', () => {
  fs.symlinkSync(place, join(root, 'up'))
  const error = refusal('up/secrets.txt')
  expect(error.code).toBe('outside_data_folder')
  expect(error.hint + error.message).not.toContain('secret.txt')
})

test.skipIf(process.platform === 'win32')('reads through a symlink to the folder itself', () => {
  fs.symlinkSync(root, join(place, 'link'))
  expect(openDataFolder(join(place, 'link')).read('live.html').text).toBe('one')
})

test.skipIf(process.platform === 'win32')('refuses a fifo at once, and a folder', () => {
  execFileSync('mkfifo', [join(root, 'pipe')])
  expect(refusal('pipe').code).toBe('unreadable')
  expect(refusal('results').code).toBe('unreadable')
})

test('refuses a file that is larger than the limit', () => {
  expect(refusal('live.html', { maxBytes: 2 }).code).toBe('file_too_large')
  expect(openDataFolder(root, { maxBytes: 3 }).read('live.html').size).toBe(3)
})

test('a missing file is answered with the names most like it', () => {
  fs.writeFileSync(join(root, 'Live2.htm'), '')
  expect(refusal('livee.html')).toMatchObject({ code: 'file_missing', file: 'livee.html' })
  expect(refusal('livee.html').hint).toMatch(/^Did you mean live\.html or /)
  expect(refusal('results/grid.rg').hint).toContain('results/grid.rgg')
  expect(refusal('result/grid.rgg').hint).toContain('results')
})

test('one look sees one moment; the next one looks again', () => {
  const folder = openDataFolder(root)
  folder.read('live.html')
  fs.writeFileSync(join(root, 'live.html'), 'later')
  expect(folder.read('./live.html').text).toBe('one')
  expect(openDataFolder(root).read('live.html').text).toBe('later')
})

test('remembers what was read, once', () => {
  const folder = openDataFolder(root)
  folder.read('live.html')
  folder.read('live.html')
  expect(() => folder.read('none.csv')).toThrow(SourceError)
  expect(() => folder.read('../secret.txt')).toThrow(SourceError)
  expect(folder.reads().map(({ path }) => path)).toEqual(['live.html'])
})

/** Does something after each of the next reads, as another program could. */
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

test.skipIf(process.platform === 'win32')('a symlink that points elsewhere meanwhile is followed again', () => {
  fs.symlinkSync('live.html', join(root, 'now'))
  meanwhile(1, () => {
    fs.rmSync(join(root, 'now'))
    fs.symlinkSync(join('results', 'grid.rgg'), join(root, 'now'))
  })
  expect(openDataFolder(root).read('now').text).toBe('two')
})

test('a file that never stands still is refused', () => {
  meanwhile(99, (count) => fs.writeFileSync(join(root, 'live.html'), 'x'.repeat(10 + count)))
  expect(refusal('live.html').code).toBe('file_changing')
})

test('a file that vanishes while it is read is missing', () => {
  meanwhile(1, () => fs.rmSync(join(root, 'live.html')))
  expect(refusal('live.html').code).toBe('file_missing')
})
