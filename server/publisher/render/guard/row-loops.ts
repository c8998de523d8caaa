import { childrenOf, innerNodes, isNode, type Node, seesOtherFiles } from './template-tree.ts'

/** A loop of which each round depends on its row alone. */
export interface RowLoop {
  /** The name of the row in the template. */
  readonly name: string
  /** Each round asks `run_columns` for the runs of its row, which depend on the whole table. */
  readonly asksForRuns: boolean
  /** What it writes goes straight into the list: it is in no other tag, and the template has no other files. */
  readonly isOuter: boolean
}

/** Names for what is known in a round, from where on. */
type Known = ReadonlySet<string>

const plain = new Set(
  (
    'Output TemplateData Literal Group Array Dict KeywordArgs NodeList LookupVal If InlineIf In Is Or And Not ' +
    'Add Concat Sub Mul Div FloorDiv Mod Pow Neg Pos Compare CompareOperand'
  ).split(' '),
)
/** Filters whose result depends on what they are given. */
const filters = new Set(
  'abs capitalize d default dump first float int join last length lower replace reverse round string trim upper'.split(
    ' ',
  ),
)
/** Functions and methods of texts and lists of which the same is true. */
const functions = new Set(['normalize_run', 'run_notation'])
const methods = new Set(
  (
    'at charAt concat endsWith includes indexOf lastIndexOf padEnd padStart repeat replace replaceAll slice split ' +
    'startsWith substring toFixed toLowerCase toString toUpperCase trim trimEnd trimStart'
  ).split(' '),
)

/**
 * The loops of a template whose body uses its row, its own variables and tools that always give the same for the same.
 * `names` are those that the template sets anywhere.
 */
export function rowLoops(tree: Node, names: ReadonlySet<string>): ReadonlyMap<Node, RowLoop> {
  const loops = new Map<Node, RowLoop>()
  const isAlone = !seesOtherFiles(tree)
  const counts = symbolCounts(tree)
  const outer = new Set(childrenOf(tree))
  const visit = (node: Node): void => {
    const loop = isAlone && node.typename === 'For' ? readLoop(node, names, counts) : undefined
    if (loop) loops.set(node, { ...loop, isOuter: outer.has(node) })
    for (const child of innerNodes(node)) visit(child)
  }
  visit(tree)
  return loops
}

type Counts = ReadonlyMap<string, number>

function readLoop(loop: Node, names: ReadonlySet<string>, counts: Counts): Omit<RowLoop, 'isOuter'> | undefined {
  if (!isNode(loop.name) || loop.name.typename !== 'Symbol' || !isNode(loop.body)) return undefined
  const name = String(loop.name.value)
  let asksForRuns = false

  /** `isSure` is false where a round may do without the node. */
  const isOfRow = (node: Node, known: Known, isSure: boolean): boolean => {
    const every = (some: readonly unknown[], sure = isSure) =>
      some.filter(isNode).every((one) => isOfRow(one, known, sure))
    switch (node.typename) {
      case 'Symbol':
        return known.has(String(node.value))
      // A name in the place of a key is a text.
      case 'Pair':
        return every(isNode(node.key) && node.key.typename === 'Symbol' ? [node.value] : [node.key, node.value])
      case 'Filter':
        return isNode(node.name) && filters.has(String(node.name.value)) && every(childrenOf(node.args))
      case 'Is':
        return every([node.left]) && isNode(node.right) && node.right.typename === 'Symbol'
      case 'FunCall': {
        const { name: called } = node
        const given = childrenOf(node.args)
        if (!isNode(called)) return false
        if (called.typename === 'LookupVal') {
          return isLiteral(called.val, methods) && every([called.target, ...given])
        }
        const tool = String(called.value)
        if (called.typename !== 'Symbol' || names.has(tool)) return false
        if (functions.has(tool)) return every(given)
        const [row] = given
        const isRuns = tool === 'run_columns' && given.length === 1 && isNode(row) && row.typename === 'Symbol'
        if (!isRuns || row.value !== name || !isSure) return false
        asksForRuns = true
        return true
      }
      default: {
        const isChoice = ['If', 'InlineIf', 'Or', 'And'].includes(node.typename)
        return plain.has(node.typename) && every(innerNodes(node), isSure && !isChoice)
      }
    }
  }

  const known = new Set([name])
  for (const node of childrenOf(loop.body).filter(isNode)) {
    if (node.typename !== 'Set') {
      if (!isOfRow(node, known, true)) return undefined
      continue
    }
    const target = variableSetBy(node)
    if (target === undefined || known.has(target) || !isNode(node.value) || !isOfRow(node.value, known, true)) {
      return undefined
    }
    // The variable of a round must be nobody else's.
    if (counts.get(target) !== symbolCounts(loop.body).get(target)) return undefined
    known.add(target)
  }
  return { name, asksForRuns }
}

/** The one name that `{% set name = value %}` gives. */
function variableSetBy({ targets, body }: Node): string | undefined {
  const [target, ...more] = Array.isArray(targets) ? targets : []
  return isNode(target) && target.typename === 'Symbol' && more.length === 0 && !isNode(body)
    ? String(target.value)
    : undefined
}

function isLiteral(node: unknown, texts: ReadonlySet<string>): boolean {
  return isNode(node) && node.typename === 'Literal' && texts.has(String(node.value))
}

/** How often a tree has each name. */
function symbolCounts(tree: Node): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const visit = (node: Node): void => {
    if (node.typename === 'Symbol') counts.set(String(node.value), (counts.get(String(node.value)) ?? 0) + 1)
    for (const child of innerNodes(node)) visit(child)
  }
  visit(tree)
  return counts
}
