/** Changes bytes as damaged disks, interrupted saves and people with editors do. */
type Mutation = (bytes: Buffer, random: () => number) => Buffer

const below = (random: () => number, limit: number) => Math.floor(random() * Math.max(1, limit))

function lines(bytes: Buffer): readonly string[] {
  return bytes.toString('latin1').split(/(?<=\n)/)
}

function ofLines(all: readonly string[]): Buffer {
  return Buffer.from(all.join(''), 'latin1')
}

/** By name; none of them moves a cell of one entry to another. */
export const mutations: Readonly<Record<string, Mutation>> = {
  flip(bytes, random) {
    const changed = Buffer.from(bytes)
    for (let count = 1 + below(random, 4); count > 0; count -= 1) {
      const at = below(random, changed.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8))
    }
    return changed
  },
  punctuate(bytes, random) {
    const changed = Buffer.from(bytes)
    const marks = '"\',;\t\n\r<>&[]{}:-|\0\xff'
    for (let count = 1 + below(random, 2); count > 0; count -= 1) {
      changed[below(random, changed.length)] = marks.charCodeAt(below(random, marks.length))
    }
    return changed
  },
  insert(bytes, random) {
    const at = below(random, bytes.length)
    const marks = [
      '"',
      '""',
      '\n',
      '\r\n',
      '\0',
      '\ufeff',
      '<tr>',
      '</table>',
      '</html>',
      '<!--',
      ',',
      '\t',
      'é',
      '\xe9',
    ]
    const added = Buffer.from(marks[below(random, marks.length)] ?? '', random() < 0.5 ? 'utf8' : 'latin1')
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)])
  },
  cut: (bytes, random) => Buffer.from(bytes.subarray(0, below(random, bytes.length))),
  'zero the end'(bytes, random) {
    const changed = Buffer.from(bytes)
    return changed.fill(0, below(random, bytes.length))
  },
  'zero a part'(bytes, random) {
    const changed = Buffer.from(bytes)
    const at = below(random, bytes.length)
    return changed.fill(0, at, Math.min(at + 1 + below(random, 64), bytes.length))
  },
  'double the end': (bytes, random) => Buffer.concat([bytes, bytes.subarray(below(random, bytes.length))]),
  'double a line'(bytes, random) {
    const all = lines(bytes)
    const at = below(random, all.length)
    return ofLines([...all.slice(0, at + 1), ...all.slice(at)])
  },
  'lose a line'(bytes, random) {
    const all = lines(bytes)
    return ofLines(all.toSpliced(below(random, all.length), 1))
  },
  'mix encodings'(bytes, random) {
    const names = ['é', 'Ł', '日本', '“', '\u202e', '\u0000']
    const at = below(random, bytes.length)
    const added = Buffer.from(names[below(random, names.length)] ?? '', random() < 0.5 ? 'utf8' : 'utf16le')
    return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)])
  },
  'write as UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString('latin1')}`, 'utf16le'),
}

/** By name; these move cells to other entries, so that only crashes and hangs are faults. */
export const movingMutations: Readonly<Record<string, Mutation>> = {
  'swap lines'(bytes, random) {
    const all = [...lines(bytes)]
    const [a, b] = [below(random, all.length), below(random, all.length)]
    const [first = '', second = ''] = [all[a], all[b]]
    return ofLines(all.with(a, second).with(b, first))
  },
  'swap cells'(bytes, random) {
    const cells = bytes.toString('latin1').split(/([,;\t<>\n])/)
    const [a, b] = [below(random, cells.length), below(random, cells.length)]
    const [first = '', second = ''] = [cells[a], cells[b]]
    return ofLines(cells.with(a, second).with(b, first))
  },
  'lose a part'(bytes, random) {
    const at = below(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 200))])
  },
  'double a part'(bytes, random) {
    const at = below(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at + 1 + below(random, 200)), bytes.subarray(at)])
  },
}
