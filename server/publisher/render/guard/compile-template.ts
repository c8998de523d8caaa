import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'
import { createNoMemory, type PassMemory } from '../../memory/pass-memory.ts'
import { SourceError } from '../../sources/source-error.ts'
import { createGuard, type Guard, type GuardEvents } from './guard.ts'
import type { LookUpHook } from './look-up.ts'
import { type Need, needsOf } from './look-up-needs.ts'
import { parseTemplate } from './parse-template.ts'
import { checkTree, mayUseLoop, type Node, namesSetIn } from './template-tree.ts'

/** The part of the engine's compiler that is extended. It writes JavaScript, piece by piece. */
interface EngineCompiler {
  compile(node: Node, frame?: Frame): void
  getCode(): string
  _emit(code: string): void
  _compileAggregate(node: Node, frame: Frame, start?: string, end?: string): void
  _compileExpression(node: Node, frame: Frame): void
  _getNodeName(node: Node): string
  _emitLoopBindings(node: Node, list: string, index: string, length: string): void
}

interface Frame {
  lookup(name: string): string | undefined
}

// The engine publishes no types for these; its version is pinned, and the tests beside this file hold what is used.
const engine = createRequire(import.meta.url)
const { Compiler }: { Compiler: new (name: string) => EngineCompiler } = engine('nunjucks/src/compiler.js')
const transformer: { transform(tree: Node, asyncFilters: readonly string[], name: string): Node } =
  engine('nunjucks/src/transformer.js')

/** Writes calls of `guard` where the engine writes its own look-ups; see Guard. */
class GuardedCompiler extends Compiler {
  /** Set before a tree is compiled. */
  needs: ReadonlyMap<Node, Need> = new Map()
  usesLoop = true

  /** The variables of `loop` cost more than all else in a loop over a list that is long. */
  override _emitLoopBindings(node: Node, list: string, index: string, length: string): void {
    if (this.usesLoop) super._emitLoopBindings(node, list, index, length)
  }

  compileSymbol(node: Node, frame: Frame): void {
    const name = String(node.value)
    this._emit(
      frame.lookup(name) ??
        `guard.name(context, frame, ${JSON.stringify(name)}, ${node.lineno + 1}, ${this.needOf(node)})`,
    )
  }

  compileLookupVal(node: Node, frame: Frame): void {
    const [target, key] = [node.target as Node, node.val as Node]
    this._emit('guard.member((')
    this._compileExpression(target, frame)
    this._emit('),')
    this._compileExpression(key, frame)
    // A name that the template works out, such as "Run " and a number, may lead to nothing.
    const need = key.typename === 'Literal' ? this.needOf(node) : '"optional"'
    this._emit(`, ${node.lineno + 1}, ${need})`)
  }

  compileArray(node: Node, frame: Frame): void {
    this._emit('guard.list(')
    this._compileAggregate(node, frame, '[', ']')
    this._emit(')')
  }

  compileFilter(node: Node, frame: Frame): void {
    const name = JSON.stringify((node.name as Node).value)
    this._emit(`guard.filter(env, ${name}, ${node.lineno + 1}).call(context, `)
    this._compileAggregate(node.args as Node, frame)
    this._emit(')')
  }

  compileIs(node: Node, frame: Frame): void {
    const right = node.right as Node
    const test = right.typename === 'FunCall' ? (right.name as Node) : right
    this._emit(`guard.test(env, ${JSON.stringify(String(test.value))}, ${node.lineno + 1}).call(context, `)
    this.compile(node.left as Node, frame)
    if (right.typename === 'FunCall') {
      this._emit(',')
      this._compileAggregate(right.args as Node, frame)
    }
    this._emit(') === true')
  }

  needOf(node: Node): string {
    return JSON.stringify(this.needs.get(node) ?? 'required')
  }

  /** For messages alone. The engine quotes it badly: a backslash in a text would end the quotation. */
  override _getNodeName(node: Node): string {
    return super._getNodeName(node).replace(/[^\p{L}\p{N}\p{M}_ .()[\]-]/gu, '')
  }
}

/** A compiled template, as the engine takes it. */
export type CompiledTemplate = Readonly<Record<string, unknown>>

/** A template that was compiled, and still needs its guard. */
interface Compiled {
  readonly withGuard: (guard: Guard) => CompiledTemplate
  /** The names that the template sets. */
  readonly names: ReadonlySet<string>
}

/** Compiled templates by path and text. */
export type KnownTemplates = PassMemory<string, Compiled>

interface CompileOptions extends GuardEvents {
  readonly known?: KnownTemplates | undefined
}

/**
 * Compiles a template so that every look-up passes its guard. Throws SourceError 'template_refused', or an error of the
 * grammar with file and line in the engine's words. It does not use `Function`, which the render process forbids.
 */
export function compileTemplate(
  source: string,
  file: string,
  hook: LookUpHook,
  { known = createNoMemory(), ...events }: CompileOptions = {},
): CompiledTemplate {
  const { withGuard, names } = known.recall(`${file}\n${source}`, () => {
    const { code, names } = codeOf(source, file)
    return { withGuard: compileFunction(code, ['guard'], { filename: file }) as Compiled['withGuard'], names }
  })
  return withGuard(createGuard(file, hook, names, events))
}

function codeOf(source: string, file: string): { readonly code: string; readonly names: ReadonlySet<string> } {
  try {
    const compiler = new GuardedCompiler(file)
    const tree = parseTemplate(source)
    checkTree(tree, file)
    const transformed = transformer.transform(tree, [], file)
    compiler.needs = needsOf(transformed)
    compiler.usesLoop = mayUseLoop(transformed)
    compiler.compile(transformed)
    return { code: compiler.getCode(), names: namesSetIn(tree) }
  } catch (error) {
    if (error instanceof SourceError || !(error instanceof Error)) throw error
    const line = 'lineno' in error && typeof error.lineno === 'number' ? ` [Line ${error.lineno}]` : ''
    throw new Error(`(${file})${line}\n  ${error.message}`, { cause: error })
  }
}
