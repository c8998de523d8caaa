/**
 * Each Cyrillic or Greek letter with its spellings in Latin letters: as in Russian and in Greek passports, then, if it
 * differs, as in Ukrainian ones. A letter without a spelling has no sound.
 */
const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'аa бb вv гg/h ґg дd ђdj еe ёyo/e єye/ie жzh зz иi/y іi їyi/i йy/i јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu ўw ' +
    'фf хkh/h цts/c чch џdz шsh щshch ъ ыy ь эe юyu/iu яya/ia ' +
    'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
  )
    .split(' ')
    .map((one) => [one.charAt(0), one.slice(1).split('/')]),
)
const letters = /[\u0370-\u04ff]/g

/** The spellings of a text in Latin letters, lower case: `Олена` gives `olena`. None without other letters. */
export function transliterate(text: string): readonly string[] {
  const lower = text.toLowerCase().normalize('NFC')
  if (lower.search(letters) < 0) return []
  const spelled = (choice: 0 | 1) =>
    lower.replace(letters, (letter) => {
      // Accents of Greek vowels are no letters of their own.
      const spelling = spellings.get(letter) ?? spellings.get(letter.normalize('NFD').charAt(0))
      return spelling?.[choice] ?? spelling?.[0] ?? letter
    })
  return [spelled(0), spelled(1)]
}
