import { plainHeading } from './heading-words.ts'

/** Why a column is not in the proposed template. */
export type LeftOut = 'personal' | 'derived' | 'optional'

// cspell:disable: headings of many languages
const personal =
  /member|mbr|e?mail|phone|mobile|^tel(?:efon|ephone)?|birth|^dob$|^age$|geburt|address|adresse|^street$|^zip|postal|^plz$|^city$|^ort$|licen[sc]|lizenz|paid|unpaid|payment|^fees?$|amount|balance|price|cost|bezahlt|zahlung|emergency|contact|kontakt|medical|waiver|insur|^vin$|licenseplate|kennzeichen|gender|^sex$|geschlecht|username|login|password|^ssn$|^(?:.*)id$|uuid|guid|notes?$|comments?$|registered|registration|checkedin|transponder|order(?:number|no|date)|invoice|parent|guardian|iban|account/
const derived =
  /pos$|position|rank|rang$|^place$|platz|^pl$|diff|gap|behind|ahead|from1st|fromfirst|interval|points?$|^pts|punkte|trophy|trophies|abstand|ruckstand|penalt|cones?$|^laps$|lapcount|runs$|^runs|average|avg|speed|best|total|time$|lap$|raw|pax|index|factor|sum$|delta/
/** What tables say of entries beside their results. */
const described =
  /tire|tyre|reifen|region|club|verein|team|sponsor|hometown|nation|country|land$|state$|rookie|novice|heat|grid|work|engine|motor|fuel|league|season|series|track|course|surface|colou?r/
// cspell:enable

const email = /^\S+@\S+\.\S+$/
const date = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:\s.*)?$/
const phone = /^\+?[\d\s().-]{9,}$/
const digits = /^\d+$/

/** Whether a column may hold what belongs to the person rather than to the event, by its heading or its cells. */
export function isPersonal(heading: string, cells: readonly string[]): boolean {
  const plain = plainHeading(heading)
  if (personal.test(plain)) return true
  const isPhone = (cell: string) => phone.test(cell) && /\d(?:\D*\d){8}/.test(cell)
  // Milliseconds have as many digits.
  const mayBePhone = (cell: string) => isPhone(cell) && !(digits.test(cell) && derived.test(plain))
  return cells.some((cell) => email.test(cell) || date.test(cell) || mayBePhone(cell))
}

/** Why a column without a role is left out: personal, worked out by Paddock itself, or free to be shown. */
export function reasonToLeaveOut(heading: string, cells: readonly string[]): LeftOut {
  if (isPersonal(heading, cells)) return 'personal'
  return derived.test(plainHeading(heading)) ? 'derived' : 'optional'
}

/** Whether a heading says what is in its column, so that its cells are no sign of anything else. */
export function isDescribed(heading: string): boolean {
  return described.test(plainHeading(heading))
}
