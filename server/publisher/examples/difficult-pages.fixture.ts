import type { DifficultFiles } from './difficult-files.fixture.ts'

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const headings = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<th>${text}</th>`).join('')}</tr>`
const page = (...rows: readonly string[]) => `<html><body>${lines(...rows)}</body></html>`

/** The recipe for AXWare pages in docs/TEMPLATES.md. */
const axwareHtml = lines(
  '{% for entry in axware_html("live.html") -%}',
  '{% set grouped = (entry.group | lower) != (entry.class | lower) -%}',
  '{{ { driver_name: entry.name, class: entry.class, number: entry.number, runs: entry.runs,',
  '  published_total: entry.total, group: entry.group if grouped else none,',
  '  published_indexed: entry.total if grouped else none } | dump }}',
  '{% endfor %}',
)

const grid = lines(
  '{% for entry in axware_grid("live.rgg") -%}',
  '{{ { driver_name: entry.name, class: entry.class, number: entry.number, runs: entry.runs,',
  '  published_total: entry.total, published_indexed: entry.pax_time } | dump }}',
  '{% endfor %}',
)

const tabs = (...rows: readonly string[]) => lines(...rows).replaceAll(',', '\t')

const classHeading = (text: string) => `<tr><th colspan="6">${text}</th></tr>`
const columns = headings('Pos.', 'Class', '#', 'Driver', 'Run 1', 'Total')
const days = headings('Pos.', 'Class', '#', 'Driver', 'Day', 'Run 1', 'Total')

/** Grids and pages of AXWare, and tables like them, by what is difficult about them. */
export const difficultPages: Readonly<Record<string, DifficultFiles>> = {
  'a grid whose rows go on with runs beyond its header': {
    files: {
      'drivers.jsonl.njk': grid.replace(', published_indexed: entry.pax_time', ''),
      'live.rgg': tabs(
        'Class,Number,First Name,Total,Pax Time,Run 1,Pen 1,Run 2,Pen 2,',
        'B,4,Ona,70.500,,72.0,,71.0,1,70.500',
        'B,5,Pia,71.400,,73.0,,71.4,,72.0,1',
      ),
    },
    results: ['B 1 Ona 70.500', 'B 2 Pia 71.400'],
  },
  'a total with a cone beside an indexed time without it': {
    files: {
      'drivers.jsonl.njk': grid,
      'live.rgg': tabs(
        'Class,Number,First Name,Total,Pax Time,Run 1,Pen 1',
        'HS,4,Ona,72.000,54.950,70.0,1',
        'HS,5,Pia,71.000,55.735,71.0,',
        'HS,6,Rex,73.000,57.305,73.0,',
      ),
    },
    results: ['HS 1 Pia 71.000', 'HS 2 Ona 72.000', 'HS 3 Rex 73.000'],
    warnings: ['indexed_differs'],
  },
  'one entry of a small class below the heading of another class': {
    files: {
      'drivers.jsonl.njk': axwareHtml,
      'live.html': page(
        '<table>',
        columns,
        classHeading("<a name='hs'></a>hs - 'H Street' Total Entries: 3"),
        row('1T', 'hs', '4', 'Ona Birk', '70.0', '70.000'),
        row('2', 'hsl', '5', 'Pia Dal', '71.0', '71.000'),
        row('3', 'hs', '6', 'Rex Ford', '72.0', '72.000'),
        '</table>',
      ),
    },
    results: ['hs 1 Ona Birk 70.000', 'hs 2 Pia Dal 71.000', 'hs 3 Rex Ford 72.000'],
  },
  'an entry without a name': {
    files: {
      'drivers.jsonl.njk': lines(
        '{% for row in csv("day.csv") -%}',
        '{{ { driver_name: row.Name, class: row.Class, number: row.Number, runs: run_columns(row) } | dump }}',
        '{% endfor %}',
      ),
      'day.csv': lines('Name,Class,Number,Run 1', 'Ona Birk,B,4,71.5', ',B,5,70.5', 'Rex Ford,B,6,72.5'),
    },
    results: ['B 1 no name 70.500', 'B 2 Ona Birk 71.500', 'B 3 Rex Ford 72.500'],
    warnings: ['no_name'],
  },
  'a page with rulers instead of headings, and links outside of its tables': {
    files: {
      'drivers.jsonl.njk': axwareHtml,
      'live.html': page(
        '<p><a href="#hs">hs</a> <a href="#n">n</a></p>',
        '<table>',
        columns,
        row('1T', 'hs', '4', 'Ona Birk', '70.0', '70.000'),
        row('2', 'hs', '5', 'Pia Dal', '71.0', '71.000'),
        '<tr><td colspan="6"><hr></td></tr>',
        row('1T', 'nstr', '6', 'Rex Ford', '70.5', '58.372'),
        row('2', 'nhs', '7', 'Sue Grant', '75.0', '58.875'),
        '</table>',
      ),
    },
    results: ['hs 1 Ona Birk 70.000', 'hs 2 Pia Dal 71.000', 'n 1 Rex Ford 58.372', 'n 2 Sue Grant 58.875'],
  },
  'classes that begin with the name of their group': {
    files: {
      'drivers.jsonl.njk': lines(
        '{% for row in csv("day.csv") -%}',
        '{{ { driver_name: row.Name, class: row.Class, group: row.Group, number: row.Number, runs: run_columns(row) } | dump }}',
        '{% endfor %}',
      ),
      'day.csv': lines(
        'Name,Group,Class,Number,Run 1',
        'Ona Birk,S2,S2HS,4,70.0',
        'Pia Dal,S2,S2STR,5,66.0',
        'Rex Ford,Consolidated,Consolidated-HS,6,69.0',
        'Sue Grant,Consolidated,Consolidated-STR,7,69.0',
      ),
    },
    event: 'classes:\n  HS: 0.785\n  STR: 0.828\n',
    results: [
      'Consolidated 1 Rex Ford 54.165',
      'Consolidated 2 Sue Grant 57.132',
      'S2 1 Pia Dal 54.648',
      'S2 2 Ona Birk 54.950',
    ],
  },
  'a page of two days in which the first row of an entry is missing': {
    files: {
      'drivers.jsonl.njk': axwareHtml,
      'live.html': page(
        '<table>',
        days,
        classHeading("<a name='hs'></a>hs - 'H Street' Total Entries: 3"),
        row('1T', 'hs', '4', 'Ona Birk', 'D1', '70.0', '139.000'),
        row('', '', '', '', 'D2', '69.0', ''),
        row('3', 'hs', '6', 'Rex Ford', 'D1', '72.0', '144.000'),
        row('', '', '', '', 'D2', '72.0', ''),
        row('', '', '', '', 'D2', '60.0', ''),
        '</table>',
      ),
    },
    event: 'scoring: sum_of_best\n',
    results: ['hs 1 Ona Birk 139.000', 'hs 2 Rex Ford 144.000', 'hs 3 no name 60.000'],
    warnings: ['damaged_page', 'no_name'],
  },
}
