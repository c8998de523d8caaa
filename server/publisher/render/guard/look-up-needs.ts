import { scoredAttributes } from '../../../../lib/record/driver.ts'
import { childrenOf, innerNodes, isNode, type Node } from './template-tree.ts'

/**
 * What it means when a look-up finds nothing. `required`: the list would be wrong. `descriptive`: an attribute is left
 * out that decides no result; `part`: a part of it is empty. `doubtful`: the template asks whether it is there.
 * `optional`: it says what to take instead.
 */
export type Need = 'required' | 'descriptive' | 'part' | 'doubtful' | 'optional'

/** The attributes of a record on which places depend; every other describes the entry. */
const decisive = new Set([
  ...'driver_name display_name class number runs group group_ranked_by index_class published_indexed'.split(' '),
  ...['run_order', 'heat', 'status'],
  ...scoredAttributes,
])

/** The need of each look-up in a parsed template: of each variable and each member. */
export function needsOf(tree: Node): ReadonlyMap<Node, Need> {
  const needs = new Map<Node, Need>()

  function walk(node: unknown, need: Need): void {
    if (!isNode(node)) return
    const isDescribing = need === 'descriptive' || need === 'part'
    const inner = isDescribing ? 'part' : 'required'
    if (node.typename === 'Symbol') needs.set(node, isDescribing ? 'required' : need)
    else if (node.typename === 'LookupVal') {
      needs.set(node, need)
      walk(node.target, need)
      walk(node.val, inner)
    } else if (node.typename === 'Pair') walk(node.value, isDescriptive(node) ? 'descriptive' : 'required')
    else {
      const [asked, answer] = askedIn(node)
      for (const child of asked) walk(child, isLookUp(child) ? answer : inner)
      for (const child of innerNodes(node).flatMap(parts)) if (!asked.includes(child)) walk(child, inner)
    }
  }

  walk(tree, 'required')
  return needs
}

/** The parts of a node that may be missing, and what that means. */
function askedIn(node: Node): readonly [readonly unknown[], Need] {
  switch (node.typename) {
    case 'Filter':
      return isNode(node.name) && /^(?:default|d)$/.test(String(node.name.value))
        ? [childrenOf(node.args).slice(0, 1), 'optional']
        : [[], 'required']
    case 'Is':
      return isNode(node.right) && /^(?:defined|undefined)$/.test(String(node.right.value))
        ? [[node.left], 'optional']
        : [[], 'required']
    case 'Or':
    case 'And':
      return [[node.left], 'doubtful']
    case 'Not':
      return [[node.target], 'doubtful']
    case 'If':
    case 'InlineIf':
      return [[node.cond], 'doubtful']
    default:
      return [[], 'required']
  }
}

/** The arguments of a call or a filter, whose list is a node of its own. */
function parts(node: Node): readonly Node[] {
  return node.typename === 'NodeList' ? childrenOf(node).filter(isNode) : [node]
}

function isLookUp(node: unknown): boolean {
  return isNode(node) && (node.typename === 'Symbol' || node.typename === 'LookupVal')
}

function isDescriptive({ key }: Node): boolean {
  return isNode(key) && !decisive.has(String(key.value))
}
