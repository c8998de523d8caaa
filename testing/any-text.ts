import fc from 'fast-check'

const notSurrogate = (code: number) => code < 0xd800 || code > 0xdfff

/** Any code point but a surrogate, half of them controls, Latin letters or invisible marks. */
const character = fc
  .oneof(
    fc.integer({ min: 0, max: 0x10ffff }).filter(notSurrogate),
    fc.integer({ min: 0, max: 0x17f }),
    fc.integer({ min: 0x2000, max: 0x206f }),
  )
  .map((code) => String.fromCodePoint(code))

/** Any text. The unit `binary` of fast-check is of the same kind, and takes 2 s to be made in each test process. */
export function anyText(lengths: Pick<fc.StringConstraints, 'minLength' | 'maxLength'> = {}): fc.Arbitrary<string> {
  return fc.string({ ...lengths, unit: character })
}
