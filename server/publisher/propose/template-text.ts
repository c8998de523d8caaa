import type { RecognisedFile } from '../recognise/entries/recognition.ts'

/** As in all files of the project. */
const width = 118

/**
 * The template of files that hold the entries of one event: one record for each entry, with a comment. Files that are
 * read alike, such as a page for each class, share their loop.
 */
export function templateText(files: readonly RecognisedFile[]): string {
  const blocks = new Map<string, RecognisedFile[]>()
  for (const file of files) {
    const alike = JSON.stringify([
      file.what,
      file.fields,
      file.statements,
      file.loops.slice(1),
      file.loops[0]?.variable,
    ])
    blocks.set(alike, [...(blocks.get(alike) ?? []), file])
  }
  return [comment(files), ...[...blocks.values()].map(block)].join('\n')
}

function comment(files: readonly RecognisedFile[]): string {
  const kinds = [...new Set(files.map(({ what }) => what))].join(', and ')
  return wrap(
    `{#- One record for each entry of ${kinds}. Left: what Paddock calls it. Right: where it stands in the file. ` +
      'What is not named here stays private. -#}',
    4,
  )
}

function block(files: readonly RecognisedFile[]): string {
  const [file] = files
  if (!file) return ''
  const [first, ...inner] = file.loops
  const lists = files.flatMap(({ loops }) => loops[0]?.list ?? [])
  const loops =
    lists.length > 1 && first
      ? [
          { variable: 'page', list: `[\n  ${lists.join(',\n  ')}\n]` },
          { variable: first.variable, list: 'page' },
          ...inner,
        ]
      : file.loops
  return [
    ...files.flatMap(({ preamble = [] }) => preamble.map((line) => wrap(line, 2))),
    ...loops.map(({ variable, list }) => `{% for ${variable} in ${list} -%}`),
    ...file.statements.map((statement) => wrap(statement, 2)),
    '{{ {',
    record(file),
    '} | dump }}',
    // Without a dash, each record ends its line.
    '{% endfor %}',
    ...loops.slice(1).map(() => '{%- endfor %}'),
    '',
  ].join('\n')
}

/** The attributes, as many on a line as fit; the runs on a line of their own. */
function record({ fields }: RecognisedFile): string {
  const lines: string[] = []
  for (const [index, { attribute, expression }] of fields.entries()) {
    const text = `${attribute}: ${expression}${index === fields.length - 1 ? '' : ','}`
    const last = lines.at(-1)
    const fits = last !== undefined && !last.includes('\n') && last.length + text.length < width && attribute !== 'runs'
    if (fits) lines[lines.length - 1] = `${last} ${text}`
    else lines.push(`  ${text}`)
  }
  return lines.map((line) => wrap(line, 4)).join('\n')
}

/** Breaks a long line at its spaces, but not inside of quotes. */
function wrap(line: string, indent: number): string {
  return line
    .split('\n')
    .map((one) => wrapLine(one, indent))
    .join('\n')
}

function wrapLine(line: string, indent: number): string {
  if (line.length <= width) return line
  let isQuoted = false
  let space = -1
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"' && line[at - 1] !== '\\') isQuoted = !isQuoted
    const isBreak = line[at] === ' ' && !isQuoted && line.slice(0, at).trim() !== ''
    if (isBreak && (at <= width || space < 0)) space = at
    if (at > width && space >= 0) break
  }
  if (space < 0) return line
  const rest = `${' '.repeat(indent)}${line.slice(space + 1).trimStart()}`
  return rest.length >= line.length ? line : `${line.slice(0, space)}\n${wrapLine(rest, indent)}`
}
