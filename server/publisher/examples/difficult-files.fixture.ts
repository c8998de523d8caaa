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

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`

/** A template for a table whose runs are found by their headings. */
const table = (call: string, more = '') =>
  lines(
    `{% for row in ${call} -%}`,
    `{{ { driver_name: row.Name, class: row.Class, number: row.Number, runs: run_columns(row)${more} } | dump }}`,
    '{% endfor %}',
  )

const csv = (...rows: readonly string[]) => ({
  'drivers.jsonl.njk': table('csv("day.csv")'),
  'day.csv': lines(...rows),
})

const json = (data: string, runs = 'one.laps') => ({
  'drivers.jsonl.njk': lines(
    '{% for one in json("day.json") -%}',
    `{{ { driver_name: one.name, class: "E", number: one.no, runs: ${runs}, published_total: one.total } | dump }}`,
    '{% endfor %}',
  ),
  'day.json': data,
})

const latin = (start: string, hex: string, end: string) =>
  Buffer.concat([Buffer.from(start), Buffer.from(hex, 'hex'), Buffer.from(end)])

const laps = (count: number, time: number) => JSON.stringify(Array(count).fill(time))

// cspell:ignore Lauf Läufe: what files have
/** By what is difficult about them. */
export const difficultFiles: Readonly<Record<string, DifficultFiles>> = {
  'class codes that look like numbers in event.yaml': {
    files: csv('Name,Class,Number,Run 1', 'Ona Birk,1.0,4,71.5', 'Pia Dal,02,5,70.25', 'Rex Fole,02,6,69'),
    event: 'classes:\n  1.0: { name: Up to 1 litre }\n  02: { name: Guests, counts: false }\n',
    results: ['1.0 1 Ona Birk 71.500', '02 - Rex Fole 69.000', '02 - Pia Dal 70.250'],
  },
  'curly quotes in a template': {
    files: { 'drivers.jsonl.njk': table('csv(“day.csv”)'), 'day.csv': 'Name\n' },
    problem: ['unknown_name', 'drivers.jsonl.njk, line 1: the quotes in', 'straight quotes'],
  },
  'a dash for a run that was not run yet': {
    files: csv('Name,Class,Number,Run 1,Run 2', 'Ona Birk,B,4,71.5,-', 'Pia Dal,B,5,N/A,--', 'Rex Fole,B,6,—,--.---'),
    event: 'runs_per_entry: 2\n',
    results: ['B 1 Ona Birk 71.500', 'B - Pia Dal no time', 'B - Rex Fole no time'],
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
  'laps with the decimals of a computed number': {
    files: json(
      '[{"name":"Ona Birk","no":"4","laps":[41.17874371049926],"total":""},{"name":"Pia Dal","no":"5","laps":[41.299999999999997],"total":""}]',
    ),
    event: 'scoring: best_lap\n',
    results: ['E 1 Ona Birk 41.178', 'E 2 Pia Dal 41.300'],
  },
  'stages of more than an hour': {
    files: csv('Name,Class,Number,Run 1,Run 2', 'Ona Birk,B,4,1:08:02.5,4:00.5', 'Pia Dal,B,5,59:58.1,9:00'),
    event: 'scoring: cumulative\ntime_format: minutes\n',
    results: ['B 1 Pia Dal 1:08:58.100', 'B 2 Ona Birk 1:12:03.000'],
  },
  'NaN in JSON': {
    files: json('[{"name":"Ona Birk","no":"4",\n"laps":[61.2, NaN],"total":""}]'),
    problem: ['unreadable', 'day.json, line 2: this is no valid JSON: NaN is not expected here', 'JSON validator'],
  },
  'a lap beyond the most that a record holds': {
    files: json(
      `[{"name":"Ona Birk","no":"4","laps":${laps(203, 40)},"total":""},{"name":"Pia Dal","no":"5","laps":${laps(199, 40)},"total":""}]`,
    ),
    event: 'scoring: laps_then_time\n',
    results: ['E 1 Ona Birk 8000.000', 'E 2 Pia Dal 7960.000'],
    warnings: ['cut'],
  },
  'a plus whose cones are not entered': {
    files: csv(
      'Name,Class,Number,Run 1',
      'Ona Birk,B,4,44.1+',
      'Pia Dal,B,5,44.2 (+)',
      'Rex Fole,B,6,44.3()',
      'Sue Gant,B,7,44.0+ +1',
    ),
    results: ['B 1 Ona Birk 44.100', 'B 2 Pia Dal 44.200', 'B 3 Rex Fole 44.300', 'B 4 Sue Gant 46.000'],
    warnings: ['open_penalty', 'open_penalty', 'open_penalty'],
  },
  'penalties below other headings': {
    files: csv(
      'Name,Class,Number,Run 1,Pylons 1,Run 2,Pylons 2',
      'Ona Birk,B,4,70.1,,69.1,1',
      'Pia Dal,B,5,71.5,2,69.0,1',
    ),
    results: ['B 1 Ona Birk 70.100', 'B 2 Pia Dal 71.000'],
  },
  'penalties below a heading that repeats': {
    files: csv('Name,Class,Number,Run 1,Cones,Run 2,Cones', 'Ona Birk,B,4,70.1,,69.1,1', 'Pia Dal,B,5,71.5,1,68.9,'),
    results: ['B 1 Pia Dal 68.900', 'B 2 Ona Birk 70.100'],
  },
  'penalties as a spreadsheet writes them': {
    files: csv(
      'Name,Class,Number,Run 1,Run 1 Pen,Run 2,Run 2 Pen',
      'Ona Birk,B,4,70.1,0.0,70.0,-',
      'Pia Dal,B,5,70.2,2.0,70.4,clean',
      'Rex Fole,B,6,71.0,1C1G,72.0,0 / 1',
    ),
    results: ['B 1 Ona Birk 70.000', 'B 2 Pia Dal 70.400', 'B 3 Rex Fole 82.000'],
  },
  'nicknames in quotes within quoted fields': {
    files: csv(
      'Name,Class,Number,Run 1',
      '"Otto "Ace" Birk",B,4,71.5',
      'Pia "P" Dal,B,5,71.6',
      '"Rex ""R"" Fole",B,6,71.7',
    ),
    results: ['B 1 Otto "Ace" Birk 71.500', 'B 2 Pia "P" Dal 71.600', 'B 3 Rex "R" Fole 71.700'],
  },
  'laps of less than ten seconds': {
    files: json(
      '[{"name":"Ona Birk","no":"4","laps":[7.9,7.7],"total":""},{"name":"Pia Dal","no":"5","laps":[8.1,8],"total":""}]',
    ),
    event: 'scoring: laps_then_time\n',
    results: ['E 1 Ona Birk 15.600', 'E 2 Pia Dal 16.100'],
  },
  'penalties in seconds and as times': {
    files: {
      'drivers.jsonl.njk': lines(
        '{% for row in csv("day.csv") -%}',
        '{{ { driver_name: row.Name, class: row.Class, runs: [run_notation(row.SS1, row["SS1 Pen"]), run_notation(row.SS2, row["SS2 Pen"])] } | dump }}',
        '{% endfor %}',
      ),
      'day.csv': lines(
        'Name,Class,SS1,SS1 Pen,SS2,SS2 Pen',
        'Ona Birk,B,07:40.10,00:20.00,07:00.00,2.5',
        'Pia Dal,B,07:51.20,00:00.00,07:10.00,0',
      ),
    },
    event: 'scoring: cumulative\ntime_format: minutes\n',
    results: ['B 1 Pia Dal 15:01.200', 'B 2 Ona Birk 15:02.600'],
  },
  'runs that are called laps': {
    files: csv('Name,Class,Number,Lauf 1,Lauf 2', 'Ona Birk,B,4,71.5,70', 'Pia Dal,B,5,70.1,69.9'),
    results: ['B 1 Pia Dal 69.900', 'B 2 Ona Birk 70.000'],
  },
  'a colon before the milliseconds': {
    files: csv('Name,Class,Number,Run 1,Run 2', 'Ona Birk,B,4,1:08:145,01:00:00', 'Pia Dal,B,5,1:09.100,1:75.000'),
    event: 'time_format: minutes\n',
    results: ['B 1 Ona Birk 1:08.145', 'B 2 Pia Dal 1:09.100'],
    warnings: ['unreadable_run', 'unreadable_run'],
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
  'zeros with a decimal comma for runs that were not run yet': {
    files: csv('Name;Class;Number;Run 1;Run 2', 'Ona Birk;B;4;71,500;0,000', 'Pia Dal;B;5;70,25;00:00,000'),
    results: ['B 1 Pia Dal 70.250', 'B 2 Ona Birk 71.500'],
  },
}
