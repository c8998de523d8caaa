import { refusal } from './refusal.ts'
import { curlyQuotes, hasCurlyQuotes } from './unknown-name.ts'

/** A node of a parsed template, as the engine makes it. Lines count from 0. */
export interface Node {
  readonly typename: string
  readonly fields: readonly string[]
  readonly lineno: number
  readonly colno: number
  readonly [field: string]: unknown
}

/** A name as it is written into compiled code; a filter's may have dots. */
const plainName = /^[\p{ID_Start}_$][\p{ID_Continue}$]*(?:\.[\p{ID_Continue}$]+)*$/u

/** Every node that a template may have. The asynchronous loops write names as variables of the compiled code. */
const allowed = new Set(
  (
    'Root NodeList Output TemplateData Literal Symbol Group Array Pair Dict KeywordArgs LookupVal FunCall Filter ' +
    'If InlineIf For Set Capture Switch Case Macro Caller Import FromImport Block Super Extends Include ' +
    'In Is Or And Not Add Concat Sub Mul Div FloorDiv Mod Pow Neg Pos Compare CompareOperand'
  ).split(' '),
)

/** The children that must be names, since the engine writes them into compiled code without quoting them. */
const namesIn: Readonly<Record<string, (node: Node) => readonly unknown[]>> = {
  Set: ({ targets }) => listOf(targets),
  For: ({ name }) => (isNode(name) && name.typename === 'Array' ? listOf(name.children) : [name]),
  Macro: ({ name, args }) => [name, ...signatureOf(args)],
  Caller: ({ args }) => signatureOf(args),
  Import: ({ target }) => [target],
  FromImport: ({ names }) =>
    childrenOf(names).flatMap((one) => (isNode(one) && one.typename === 'Pair' ? [one.key, one.value] : [one])),
  Block: ({ name }) => [name],
  Filter: ({ name }) => [name],
  Is: ({ right }) => (isNode(right) && typeof right.value === 'object' ? [] : [testNameOf(right)]),
}

/**
 * Throws SourceError 'template_refused' for a template that would write anything but names where its compiled code has
 * names, or would replace a prototype: neither is found by look-ups while it runs.
 */
export function checkTree(node: Node, file: string): void {
  const line = node.lineno + 1
  if (!allowed.has(node.typename)) throw refusal(`The tag behind "${node.typename}"`, file, line)
  if (node.typename === 'Symbol') checkName(node, file, line)
  for (const name of namesIn[node.typename]?.(node) ?? []) {
    if (!isNode(name) || name.typename !== 'Symbol') throw refusal('A value in the place of a name', file, line)
    if (node.typename !== 'Filter' && name.value === '__proto__') throw refusal('"__proto__"', file, line)
  }
  if (node.typename === 'Pair' && isNode(node.key) && node.key.value === '__proto__') {
    throw refusal('"__proto__"', file, line)
  }
  for (const child of innerNodes(node)) checkTree(child, file)
}

/** The names that a template gives something, by whatever tag. */
export function namesSetIn(tree: Node): ReadonlySet<string> {
  const names = new Set<string>()
  const collect = (node: Node): void => {
    const named = givesNames.has(node.typename) ? (namesIn[node.typename]?.(node) ?? []) : []
    for (const name of named) if (isNode(name)) names.add(String(name.value))
    for (const child of innerNodes(node)) collect(child)
  }
  collect(tree)
  return names
}

/** Whether a template may read the variable `loop`, itself or in a part that another file has. */
export function mayUseLoop(node: Node): boolean {
  if (node.typename === 'Symbol' && node.value === 'loop') return true
  return namesOtherFiles.has(node.typename) || innerNodes(node).some(mayUseLoop)
}

/** Whether a part of a template may be in another file, or another file may have a part of it. */
export function seesOtherFiles(node: Node): boolean {
  return namesOtherFiles.has(node.typename) || innerNodes(node).some(seesOtherFiles)
}

const namesOtherFiles = new Set(['Include', 'Import', 'FromImport', 'Extends', 'Block'])

const givesNames = new Set(['Set', 'For', 'Macro', 'Caller', 'Import', 'FromImport'])

export function innerNodes(node: Node): readonly Node[] {
  // The engine does not name the body of a `set` block among the fields.
  const body = node.typename === 'Set' ? [node.body] : []
  return [...node.fields.flatMap((field) => listOf(node[field])), ...body].filter(isNode)
}

function checkName(node: Node, file: string, line: number): void {
  if (typeof node.value === 'string' && hasCurlyQuotes(node.value)) throw curlyQuotes(node.value, file, line)
  if (typeof node.value !== 'string' || !plainName.test(node.value)) {
    throw refusal(`A name such as ${JSON.stringify(node.value)}`, file, line)
  }
}

function signatureOf(args: unknown): readonly unknown[] {
  return childrenOf(args).flatMap((one) =>
    isNode(one) && /^(?:Dict|KeywordArgs)$/.test(one.typename)
      ? childrenOf(one).map((pair) => (isNode(pair) ? pair.key : pair))
      : [one],
  )
}

function testNameOf(right: unknown): unknown {
  return isNode(right) && right.typename === 'FunCall' ? right.name : right
}

/** The parts of an aggregate, such as the arguments of a call. */
export function childrenOf(node: unknown): readonly unknown[] {
  return isNode(node) ? listOf(node.children) : []
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'typename' in value
}
