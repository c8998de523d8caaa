import type { FileVerdict } from './judge-report.ts'

/** The verdicts as a table, with every complaint below it. */
export function verdictLines(verdicts: readonly FileVerdict[]): readonly string[] {
  const heads = ['file', 'killed', 'accepted', 'unlisted', 'score', 'at least']
  const rows = verdicts.map(({ file, killed, accepted, unlisted, score, threshold }) =>
    [file, killed, accepted, unlisted.length, `${score.toFixed(1)} %`, `${threshold} %`].map(String),
  )
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join('  ')
  return [line(heads), ...rows.map(line), ...verdicts.flatMap(complaints)]
}

function complaints({ file, score, threshold, undecided, unlisted, outdated }: FileVerdict): string[] {
  return [
    ...unlisted.map(({ line, mutator, from, to }) => `${file}:${line} survived, ${mutator}: ${from} → ${to}`),
    ...outdated.map(({ mutator, from, to }) => `${file} has no such survivor now, ${mutator}: ${from} → ${to}`),
    ...(undecided > 0 ? [`${file} has ${undecided} mutants without a verdict`] : []),
    ...(score < threshold ? [`${file} is below its threshold: ${score.toFixed(1)} % of ${threshold} %`] : []),
  ]
}

function pad(cell: string, width: number, isText: boolean): string {
  return isText ? cell.padEnd(width) : cell.padStart(width)
}
