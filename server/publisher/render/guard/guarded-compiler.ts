import { createRequire } from 'node:module'
import type { Need } from './look-up-needs.ts'
import type { RowLoop } from './row-loops.ts'
import type { Node } from './template-tree.ts'

// cspell:ignore tmpid
/** The part of the engine's compiler that is extended. It writes JavaScript, piece by piece. */
interface EngineCompiler {
  readonly buffer: string
  compile(node: Node | RowBody, frame?: Frame): void
  compileFor(node: object, frame: Frame): void
  _tmpid(): string
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

/** A round of a loop whose output is kept, in the place of its body. */
interface RowBody {
  readonly typename: 'RowBody'
  readonly name: string
  readonly loop: number
  readonly body: Node
}

// The engine publishes no types for these; its version is pinned, and the tests beside this file hold what is used.
const engine = createRequire(import.meta.url)
const { Compiler }: { Compiler: new (name: string) => EngineCompiler } = engine('nunjucks/src/compiler.js')

/** Writes calls of `guard` where the engine writes its own look-ups; see Guard. */
export class GuardedCompiler extends Compiler {
  /** Set before a tree is compiled. */
  needs: ReadonlyMap<Node, Need> = new Map()
  usesLoop = true
  rowLoops: ReadonlyMap<Node, RowLoop> = new Map()

  override compileFor(node: Node, frame: Frame): void {
    const row = this.rowLoops.get(node)
    const loop = [...this.rowLoops.keys()].indexOf(node)
    const body = row ? { typename: 'RowBody', name: row.name, loop, body: node.body } : node.body
    super.compileFor({ ...node, body }, frame)
  }

  /** A row that is kept is not rendered again. */
  compileRowBody({ name, loop, body }: RowBody, frame: Frame): void {
    const [kept, before, row] = [this._tmpid(), this._tmpid(), frame.lookup(name)]
    const { buffer } = this
    this._emit(`var ${kept} = guard.rows.recall(${loop}, ${row});\n`)
    this._emit(`if (${kept} === undefined) { var ${before} = ${buffer}; ${buffer} = ""; guard.rows.begin(${row});\n`)
    this.compile(body, frame)
    this._emit(`${kept} = guard.rows.keep(${loop}, ${row}, ${buffer}); ${buffer} = ${before}; }\n`)
    this._emit(`${buffer} = guard.rows.write(${loop}, ${buffer}, ${kept});\n`)
  }

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
