/**
 * Letters that Unicode does not take apart into a plain letter and a mark, and the marks that typing turns into others.
 */
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

/**
 * Text as searching and sorting see it: no case, no accents, straight quotes. The same on every machine, in every
 * locale.
 */
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
