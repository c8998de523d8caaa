import { csv, type DifficultFiles, json, lines } from './difficult-files.fixture.ts'

const laps = (count: number, time: number) => JSON.stringify(Array(count).fill(time))

/** Times and penalties, by what is difficult about them. */
export const difficultRuns: Readonly<Record<string, DifficultFiles>> = {
  'a dash for a run that was not run yet': {
    files: csv('Name,Class,Number,Run 1,Run 2', 'Ona Birk,B,4,71.5,-', 'Pia Dal,B,5,N/A,--', 'Rex Ford,B,6,—,--.---'),
    event: 'runs_per_entry: 2\n',
    results: ['B 1 Ona Birk 71.500', 'B - Pia Dal no time', 'B - Rex Ford no time'],
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
      'Rex Ford,B,6,44.3()',
      'Sue Grant,B,7,44.0+ +1',
    ),
    results: ['B 1 Ona Birk 44.100', 'B 2 Pia Dal 44.200', 'B 3 Rex Ford 44.300', 'B 4 Sue Grant 46.000'],
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
      'Rex Ford,B,6,71.0,1C1G,72.0,0 / 1',
    ),
    results: ['B 1 Ona Birk 70.000', 'B 2 Pia Dal 70.400', 'B 3 Rex Ford 82.000'],
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
  'zeros with a decimal comma for runs that were not run yet': {
    files: csv('Name;Class;Number;Run 1;Run 2', 'Ona Birk;B;4;71,500;0,000', 'Pia Dal;B;5;70,25;00:00,000'),
    results: ['B 1 Pia Dal 70.250', 'B 2 Ona Birk 71.500'],
  },
}
