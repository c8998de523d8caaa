/**
 * Latin letters of Cyrillic and Greek ones: the first spelling as in Russian passports and in Greek ones, the second as
 * in Ukrainian passports. An empty spelling is a letter without a sound.
 */
const spellings: Readonly<Record<string, readonly [first: string, second?: string]>> = {
  ...{ а: ['a'], б: ['b'], в: ['v'], г: ['g', 'h'], ґ: ['g'], д: ['d'], ђ: ['dj'], е: ['e'], ё: ['yo', 'e'] },
  ...{ є: ['ye', 'ie'], ж: ['zh'], з: ['z'], и: ['i', 'y'], і: ['i'], ї: ['yi', 'i'], й: ['y', 'i'], ј: ['j'] },
  ...{ к: ['k'], л: ['l'], љ: ['lj'], м: ['m'], н: ['n'], њ: ['nj'], о: ['o'], п: ['p'], р: ['r'], с: ['s'] },
  ...{ т: ['t'], ћ: ['c'], у: ['u'], ў: ['w'], ф: ['f'], х: ['kh', 'h'], ц: ['ts', 'c'], ч: ['ch'], џ: ['dz'] },
  ...{ ш: ['sh'], щ: ['shch'], ъ: [''], ы: ['y'], ь: [''], э: ['e'], ю: ['yu', 'iu'], я: ['ya', 'ia'] },
  ...{ α: ['a'], β: ['v'], γ: ['g'], δ: ['d'], ε: ['e'], ζ: ['z'], η: ['i'], θ: ['th'], ι: ['i'], κ: ['k'] },
  ...{ λ: ['l'], μ: ['m'], ν: ['n'], ξ: ['x'], ο: ['o'], π: ['p'], ρ: ['r'], σ: ['s'], ς: ['s'], τ: ['t'] },
  ...{ υ: ['y'], φ: ['f'], χ: ['ch'], ψ: ['ps'], ω: ['o'] },
}
const letters = /[\u0370-\u03ff\u0400-\u04ff]/g

/** The spellings of a text in Latin letters, lower case: `Олена` gives `olena`. None without other letters. */
export function transliterate(text: string): readonly string[] {
  const lower = text.toLowerCase().normalize('NFC')
  if (lower.search(letters) < 0) return []
  const spelled = (choice: 0 | 1) =>
    lower.replace(letters, (letter) => {
      // Accents of Greek vowels are no letters of their own.
      const spelling = spellings[letter] ?? spellings[letter.normalize('NFD').charAt(0)]
      return spelling?.[choice] ?? spelling?.[0] ?? letter
    })
  return [spelled(0), spelled(1)]
}
