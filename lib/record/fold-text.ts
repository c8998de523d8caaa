/** Letters that Unicode does not decompose into a plain letter and a mark, and the quotes of word processors. */
const plain: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
])
const special = new RegExp(`[${[...plain.keys()].join('')}]`, 'gu')
const printableAscii = /^[ -_a-~]*$/

/** Text for searching and sorting: lower case, no accents, straight quotes. It depends on no locale. Idempotent. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (printableAscii.test(lower)) return lower
  return text
    .replaceAll('´', "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(special, (character) => plain.get(character) ?? character)
}
