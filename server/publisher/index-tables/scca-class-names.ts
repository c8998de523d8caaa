// cspell:ignore ABCDEG BCDEF: letters of classes
/** Names of the classes of SCCA Solo by their codes; of codes without a sure name there is none. */
export const sccaClassNames: Readonly<Record<string, string>> = {
  SS: 'Super Street',
  ...lettered('ABCDEFGH', 'S', 'Street'),
  SSC: 'Solo Spec Coupe',
  HCS: 'Heritage Classic Street',
  HCR: 'Heritage Classic Race',
  SST: 'Super Street Touring',
  ...lettered('ABCDEG', 'ST', 'Street Touring'),
  STR: 'Street Touring R',
  STU: 'Street Touring U',
  STX: 'Street Touring X',
  STS: 'Street Touring S',
  STH: 'Street Touring H',
  SSP: 'Super Street Prepared',
  ...lettered('ABCDEF', 'SP', 'Street Prepared'),
  SSR: 'Super Street R',
  XA: 'Xtreme Street A',
  XB: 'Xtreme Street B',
  CAMC: 'Classic American Muscle C',
  CAMT: 'Classic American Muscle T',
  CAMS: 'Classic American Muscle S',
  SM: 'Street Modified',
  SMF: 'Street Modified FWD',
  SSM: 'Super Street Modified',
  XP: 'X Prepared',
  ...lettered('BCDEF', 'P', 'Prepared'),
  ...lettered('ABCDEF', 'M', 'Modified'),
  FSAE: 'Formula SAE',
  KM: 'Kart Modified',
}

function lettered(letters: string, code: string, name: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [`${letter}${code}`, `${letter} ${name}`]))
}
