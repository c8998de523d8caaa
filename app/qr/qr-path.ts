import { encode } from 'uqr'

/** The empty border that readers of the code need, in modules. */
const quietZone = 4

/** A QR code as an SVG path of its dark modules, each 1 wide, in a square of `size`. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  // 15 % may be hidden or smeared.
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const path = data.map((row, y) => [...runsIn(row)].map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`).join(''))
  return { size, path: path.join('') }
}

/** The begin and length of each run of dark modules. */
function* runsIn(row: readonly boolean[]): Generator<readonly [begin: number, length: number]> {
  for (let begin = row.indexOf(true); begin >= 0; begin = row.indexOf(true, begin)) {
    const light = row.indexOf(false, begin)
    const end = light < 0 ? row.length : light
    yield [begin, end - begin]
    begin = end
  }
}
