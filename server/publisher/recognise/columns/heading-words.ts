/** What a column of a table of results says of an entry. */
export type ColumnRole =
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'class'
  | 'number'
  | 'car'
  | 'year'
  | 'make'
  | 'color'
  | 'indexed'
  | 'total'
  | 'status'

// cspell:disable: headings of many languages
/** Headings in small letters and digits, without accents, the most certain ones of a role first. */
const words: Readonly<Record<ColumnRole, string>> = {
  name:
    'drivername fullname driver name competitor competitorname participant racer entrant rider pilot pilote piloto ' +
    'pilota fahrer fahrername teilnehmer conducteur conductor kierowca kuljettaja forare zawodnik jezdec drivers',
  first_name: 'firstname first fname givenname forename vorname prenom nombre imie driverfirstname',
  last_name:
    'lastname last lname surname familyname nachname familienname apellido apellidos cognome nazwisko driverlastname',
  class:
    'class classcode cls carclass raceclass entryclass classname category cat klasse classe clase klasa kategorie ' +
    'categoria kategoria kat division div shortclass classabbr group gruppe grp',
  number:
    'carnumber number racenumber carno carnum no num nbr startnumber startnr startnummer stnr nr nummer numero ' +
    'bib bibnumber dossard competitionnumber entrynumber numer startovnicislo driverno hash',
  car:
    'carmodel car vehicle cardescription model vehicledescription yearmakemodel machine fahrzeug auto wagen voiture ' +
    'vehicule coche macchina vettura samochod carinfo',
  year: 'year caryear modelyear baujahr annee ano vehicleyear',
  make: 'make carmake manufacturer marke marque marca vehiclemake hersteller',
  color: 'carcolor color colour carcolour farbe couleur colore kolor',
  indexed:
    'bestindexed paxtime indexedtime indexed indextime paxtotal indexedtotal totalindexed pax bestpax besttimeindexed',
  total:
    'total totaltime rawcorrectedtime correctedtime besttotal besttime best time result finaltime overalltime bestzeit gesamtzeit gesamt zeit ' +
    'ergebnis endzeit temps tempo czas laptime bestlap fastest fastestlap fastesttime rawtime raw bestraw score cumulative sum',
  status: 'status state remark remarks bemerkung',
}
// cspell:enable

const roleOf: ReadonlyMap<string, { readonly role: ColumnRole; readonly rank: number }> = new Map(
  (Object.entries(words) as [ColumnRole, string][]).flatMap(([role, list]) =>
    list.split(' ').map((word, rank) => [word, { role, rank }] as const),
  ),
)

/** A heading in small letters and digits: `Car No.` is `carno`, `#` is `number`. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*(?:car\s*)?#\s*$/, 'number')
    .replace(/#/g, 'no')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The role of a heading and how uncertain it is, 0 for the most certain word; undefined for any other heading. */
export function headingRole(heading: string): { readonly role: ColumnRole; readonly rank: number } | undefined {
  return roleOf.get(plainHeading(heading))
}
