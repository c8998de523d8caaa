import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
import { createNoMemory, createPassMemory, type PassMemory } from '../../memory/pass-memory.ts'
import { SourceError } from '../../sources/source-error.ts'
import { createGuard, type Guard, type GuardEvents } from './guard.ts'
import { GuardedCompiler } from './guarded-compiler.ts'
import { createKeptRows, type KeptRow, type KeptRows, type KnownRows, type RowEvents } from './kept-rows.ts'
import type { LookUpHook } from './look-up.ts'
import { needsOf } from './look-up-needs.ts'
import { parseTemplate } from './parse-template.ts'
import { type RowLoop, rowLoops } from './row-loops.ts'
import { checkTree, mayUseLoop, type Node, namesSetIn } from './template-tree.ts'

// The engine publishes no types for these; its version is pinned, and the tests beside this file hold what is used.
const engine = createRequire(import.meta.url)
const transformer: { transform(tree: Node, asyncFilters: readonly string[], name: string): Node } =
  engine('nunjucks/src/transformer.js')

/** A compiled template, as the engine takes it. */
export type CompiledTemplate = Readonly<Record<string, unknown>>

/** A template that was compiled, and still needs its guard. */
interface Compiled extends Code {
  readonly withGuard: (guard: Guard) => CompiledTemplate
  /** What its loops wrote in the last pass. */
  readonly rows: readonly KnownRows[]
}

/** Compiled templates by path and text. */
export type KnownTemplates = PassMemory<string, Compiled>

interface CompileOptions extends GuardEvents {
  readonly known?: KnownTemplates | undefined
  readonly rows?: RowEvents | undefined
  /** Called with the rows of the template, which are to be ended after the rendering. */
  readonly onRows?: ((rows: KeptRows) => void) | undefined
}

const noRowEvents: RowEvents = { onReads: () => undefined, runsOf: () => undefined }

/**
 * Compiles a template so that every look-up passes its guard. Throws SourceError 'template_refused', or an error of the
 * grammar with file and line in the engine's words. It does not use `Function`, which the render process forbids.
 */
export function compileTemplate(
  source: string,
  file: string,
  hook: LookUpHook,
  { known, rows: rowEvents = noRowEvents, onRows, ...events }: CompileOptions = {},
): CompiledTemplate {
  const make = (): Compiled => {
    const code = codeOf(source, file)
    const createMemory = () => (known ? createPassMemory<object, KeptRow>() : createNoMemory<object, KeptRow>())
    return {
      ...code,
      withGuard: compileFunction(code.code, ['guard'], { filename: file }) as Compiled['withGuard'],
      rows: code.loops.map(createMemory),
    }
  }
  const { withGuard, names, loops, rows: memories } = known ? known.recall(`${file}\n${source}`, make) : make()
  const rows = createKeptRows(loops, memories, rowEvents)
  onRows?.(rows)
  return withGuard(createGuard(file, hook, names, rows, events))
}

interface Code {
  readonly code: string
  /** The names that the template sets. */
  readonly names: ReadonlySet<string>
  /** Its loops whose rounds depend on their rows alone. */
  readonly loops: readonly RowLoop[]
}

function codeOf(source: string, file: string): Code {
  try {
    const compiler = new GuardedCompiler(file)
    const tree = parseTemplate(source)
    checkTree(tree, file)
    const names = namesSetIn(tree)
    const transformed = transformer.transform(tree, [], file)
    compiler.needs = needsOf(transformed)
    compiler.usesLoop = mayUseLoop(transformed)
    compiler.rowLoops = rowLoops(transformed, names)
    compiler.compile(transformed)
    return { code: compiler.getCode(), names, loops: [...compiler.rowLoops.values()] }
  } catch (error) {
    if (error instanceof SourceError || !(error instanceof Error)) throw error
    const line = 'lineno' in error && typeof error.lineno === 'number' ? ` [Line ${error.lineno}]` : ''
    throw new Error(`(${file})${line}\n  ${error.message}`, { cause: error })
  }
}
