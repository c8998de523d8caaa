import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

/** The modules that the rectangles of a path cover. */
function modulesOf(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  }
  return modules
}

test.each(['http://192.168.1.20:3000/live', 'https://live.example/live?kiosk=1&screen=Tent', 'Ünï 🏁'])(
  'the path of %s covers exactly the dark modules of its code, inside a border of four light ones',
  (text) => {
    const { size, path } = qrPath(text)
    const modules = modulesOf(path, size)
    expect(modules).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
    const border = modules.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, size - 1 - x, size - 1 - y) < 4))
    expect(border).not.toContain(true)
    expect(path.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('')
  },
)
