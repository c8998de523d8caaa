import { formatFigure } from './format-figure.ts'
import type { Results } from './results.ts'
import type { Table } from './table.ts'

/** How and where the figures were measured. */
export function runTable({ at, machine, options, settings, seconds, scenes }: Results): Table {
  const { clients, rounds, drivers, revisions, interval, changed, pinning } = options
  const otherWork = scenes.flatMap(({ fanOut }) => fanOut.map((window) => 100 * window.otherWork))
  const rows: [string, string][] = [
    ['when', `${at.slice(0, 10)}, in ${Math.ceil(seconds / 60)} min, rounds: ${rounds}`],
    ['machine', `${machine.processors} × ${machine.processor}, ${Math.round(machine.memory / 2 ** 30)} GB`],
    ['system', `${machine.system}, Node ${machine.node}`],
    ['processors', pinning ? `servers on ${pinning.servers}, load on ${pinning.load}` : 'servers and load on all'],
    [
      'other programs',
      `at most ${formatFigure(Math.max(...otherWork))} % of the processors while revisions were published`,
    ],
    ['load', `${formatFigure(clients)} clients, ${formatFigure(drivers)} drivers`],
    ['revisions', `${changed} drivers every ${interval} ms, ${revisions} in each window`],
    [
      'settings',
      Object.entries(settings)
        .map(([name, value]) => `\`${name}=${value}\``)
        .join(' '),
    ],
  ]
  return { name: 'run', title: 'This run', header: ['', ''], rows }
}
