/** A data folder with one difficulty of real files; its data are made up. */
export interface DifficultFiles {
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** What event.yaml has beside its title. */
  readonly event?: string
  /** `CLASS PLACE NAME TOTAL` of each entry in the order of the page; undefined for a list that is refused. */
  readonly results?: readonly string[]
  /** The codes of the warnings, in order. */
  readonly warnings?: readonly string[]
  /** What a refused list or event.yaml says: its code, and texts of its message and its hint. */
  readonly problem?: readonly [code: string, ...texts: readonly string[]]
}

export const lines = (...all: readonly string[]) => `${all.join('\n')}\n`

/** A template for a table whose runs are found by their headings. */
const table = (call: string, more = '') =>
  lines(
    `{% for row in ${call} -%}`,
    `{{ { driver_name: row.Name, class: row.Class, number: row.Number, runs: run_columns(row)${more} } | dump }}`,
    '{% endfor %}',
  )

export const csv = (...rows: readonly string[]) => ({
  'drivers.jsonl.njk': table('csv("day.csv")'),
  'day.csv': lines(...rows),
})

export const json = (data: string, runs = 'one.laps') => ({
  'drivers.jsonl.njk': lines(
    '{% for one in json("day.json") -%}',
    `{{ { driver_name: one.name, class: "E", number: one.no, runs: ${runs}, published_total: one.total } | dump }}`,
    '{% endfor %}',
  ),
  'day.json': data,
})

const latin = (start: string, hex: string, end: string) =>
  Buffer.concat([Buffer.from(start), Buffer.from(hex, 'hex'), Buffer.from(end)])

// cspell:ignore Jiří Jiøí Kovar
/** Texts, encodings, names and settings, by what is difficult about them. */
export const difficultFiles: Readonly<Record<string, DifficultFiles>> = {
  'class codes that look like numbers in event.yaml': {
    files: csv('Name,Class,Number,Run 1', 'Ona Birk,1.0,4,71.5', 'Pia Dal,02,5,70.25', 'Rex Ford,02,6,69'),
    event: 'classes:\n  1.0: { name: Up to 1 litre }\n  02: { name: Guests, counts: false }\n',
    results: ['1.0 1 Ona Birk 71.500', '02 - Rex Ford 69.000', '02 - Pia Dal 70.250'],
  },
  'curly quotes in a template': {
    files: { 'drivers.jsonl.njk': table('csv(“day.csv”)'), 'day.csv': 'Name\n' },
    problem: ['unknown_name', 'drivers.jsonl.njk, line 1: the quotes in', 'straight quotes'],
  },
  'an encoding of central Europe that the template names': {
    files: {
      'drivers.jsonl.njk': table('csv("day.csv", encoding="windows-1250")'),
      'day.csv': latin('Name,Class,Number,Run 1\nJi', 'f8ed', ' Kovar,B,4,71.5\n'),
    },
    results: ['B 1 Jiří Kovar 71.500'],
  },
  'an encoding that nothing names': {
    files: {
      ...csv(),
      'day.csv': latin('Name,Class,Number,Run 1\nJi', 'f8ed', ' Kovar,B,4,71.5\n'),
    },
    results: ['B 1 Jiøí Kovar 71.500'],
    warnings: ['encoding_guessed'],
  },
  'an encoding of Japan that the template names': {
    files: {
      'drivers.jsonl.njk': table('csv("day.csv", encoding="shift_jis")'),
      'day.csv': latin('Name,Class,Number,Run 1\n', '8db293a1', ',B,4,71.5\n'),
    },
    results: ['B 1 佐藤 71.500'],
  },
  'an entry that is disqualified as a whole': {
    files: json(
      '[{"name":"Ona Birk","no":"4","laps":[58.1],"total":"DSQ"},{"name":"Pia Dal","no":"5","laps":[61.2],"total":61.2}]',
    ),
    results: ['E 1 Pia Dal 61.200', 'E - Ona Birk 58.100'],
  },
  'a status that is spelled out, and one that nobody knows': {
    files: {
      'drivers.jsonl.njk': table('csv("day.csv")', ', status: row.State'),
      'day.csv': lines('Name,Class,Number,State,Run 1', 'Ona Birk,B,4,withdrawn,58.1', 'Pia Dal,B,5,Retired,61.2'),
    },
    results: ['B 1 Pia Dal 61.200', 'B - Ona Birk 58.100'],
    warnings: ['unknown_status'],
  },
  'a file name with an accent from a Mac': {
    files: {
      'drivers.jsonl.njk': table('csv("Läufe 2.csv")'),
      [`${'Läufe 2'.normalize('NFD')}.csv`]: lines('Name,Class,Number,Run 1', 'Ona Birk,B,4,71.5'),
    },
    results: ['B 1 Ona Birk 71.500'],
  },
  'NaN in JSON': {
    files: json('[{"name":"Ona Birk","no":"4",\n"laps":[61.2, NaN],"total":""}]'),
    problem: ['unreadable', 'day.json, line 2: this is no valid JSON: NaN is not expected here', 'JSON validator'],
  },
  'nicknames in quotes within quoted fields': {
    files: csv(
      'Name,Class,Number,Run 1',
      '"Otto "Ace" Birk",B,4,71.5',
      'Pia "P" Dal,B,5,71.6',
      '"Rex ""R"" Ford",B,6,71.7',
    ),
    results: ['B 1 Otto "Ace" Birk 71.500', 'B 2 Pia "P" Dal 71.600', 'B 3 Rex "R" Ford 71.700'],
  },
  'title lines above the table': {
    files: csv('Hill Trophy - Morning', 'Printed 09:15', 'Name,Class,Number,Run 1', 'Ona Birk,B,4,71.5'),
    problem: ['unreadable', 'the header seems to be in line 3', 'csv("day.csv", header="Name")'],
  },
  'title lines above the table, where the template says its header': {
    files: {
      ...csv('Hill Trophy - Morning', 'Printed 09:15', 'Name,Class,Number,Run 1', 'Ona Birk,B,4,71.5'),
      'drivers.jsonl.njk': table('csv("day.csv", header="Name")'),
    },
    results: ['B 1 Ona Birk 71.500'],
  },
  'UTF-16 without a byte order mark': {
    files: {
      ...json('', '[one.lap / 1000]'),
      'day.json': Buffer.from('[{"name":"Ona Birk","no":"4","lap":71500,"total":""}]', 'utf16le'),
    },
    results: ['E 1 Ona Birk 71.500'],
  },
  'a workbook that is called CSV': {
    files: { ...csv(), 'day.csv': latin('PK\u0003\u0004', '00ff', '[Content_Types].xml xl/workbook.xml') },
    problem: ['not_text', 'day.csv: this is an Excel workbook (.xlsx)', 'save the table as CSV'],
  },
}
