import nunjucks from 'nunjucks'
import type { PipelineProblem, SourceWarning } from '../../lib/pipeline-state.ts'
import { excerptOf, problemOf } from './problem.ts'
import type { ListRead } from './read-pass.ts'
import type { DataFolder } from './sources/data-folder.ts'
import { sourceGlobals } from './sources/globals.ts'
import { SourceError } from './sources/source-error.ts'

/** Renders the template with the readers as globals. A fault names the template's line, or the timing file's own. */
export function renderTemplate(folder: DataFolder, path: string): ListRead {
  const collected = { warnings: [] as { file: string; line?: number; message: string }[], unterminated: [] as string[] }
  let thrown: SourceError | undefined
  const environment = new nunjucks.Environment(loaderFor(folder), { autoescape: false })
  for (const [name, reader] of Object.entries(sourceGlobals(folder, collected))) {
    // Nunjucks wraps what a global throws into text; the error itself says more.
    environment.addGlobal(name, (...parameters: [string]) => {
      try {
        return reader(...parameters)
      } catch (error) {
        if (error instanceof SourceError) thrown = error
        throw error
      }
    })
  }

  let template = ''
  try {
    template = folder.read(path).text
    const text = environment.renderString(template, {}, { path } as never)
    const warnings: SourceWarning[] = collected.warnings.map((warning) => ({ code: 'source', ...warning }))
    return { kind: 'rendered', text, warnings, unterminated: collected.unterminated }
  } catch (error) {
    const problem = thrown ? problemOf(thrown, path) : templateProblem(error, path, template)
    return { kind: 'rejected', problem }
  }
}

/** Includes and imports come from the data folder as well, and from nowhere else. */
function loaderFor(folder: DataFolder): nunjucks.ILoader {
  return {
    getSource(name: string) {
      return { src: folder.read(name).text, path: name, noCache: true }
    },
  }
}

const position = /\[Line (\d+)(?:, Column \d+)?\]/

function templateProblem(error: unknown, file: string, template: string): PipelineProblem {
  if (error instanceof SourceError) return problemOf(error, file)
  const text = error instanceof Error ? error.message : String(error)
  const line = position.exec(text)?.[1]
  const number = line === undefined ? undefined : Number(line)
  const reason =
    text
      .split('\n')
      .at(-1)
      ?.trim()
      .replace(/^(Template render error: )?(Error: )?/, '') ?? text
  return {
    code: 'template_error',
    message: `${number === undefined ? file : `${file}, line ${number}`}: ${reason}`,
    hint: 'Mend the template; docs/TEMPLATES.md explains readers and filters. The last good list stays until then.',
    file,
    line: number,
    excerpt: excerptOf(template, number),
  }
}
