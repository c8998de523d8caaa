import { type Document, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'

/** Settings that are texts, also where they look like numbers: the year of a title, the number of a group. */
const texts: ReadonlySet<unknown> = new Set(['title', 'date', 'place'])
const classTexts: ReadonlySet<unknown> = new Set(['name', 'group'])
const columnTexts: ReadonlySet<unknown> = new Set(['attribute', 'title'])

/** Makes texts as they are written of class codes such as `2.0` and `01`, and of other settings that are texts. */
export function keepTexts({ contents }: Document): void {
  if (!isMap(contents)) return
  keepValues(contents, texts)
  const classes = contents.get('classes')
  for (const pair of isMap(classes) ? classes.items : []) {
    keepText(pair.key)
    if (isMap(pair.value)) keepValues(pair.value, classTexts)
  }
  const columns = contents.get('columns')
  for (const column of isSeq(columns) ? columns.items : []) if (isMap(column)) keepValues(column, columnTexts)
}

/** Whether two keys are written alike: `2` and `2.0` are two classes. */
export function isSameKey(a: unknown, b: unknown): boolean {
  return a === b || (isScalar(a) && isScalar(b) && writtenText(a) === writtenText(b))
}

/** The place of a key in a mapping; undefined when it has no such key. */
export function keyNode(map: unknown, key: string): Node | undefined {
  const pair = isMap(map) ? map.items.find((one: Pair) => isScalar(one.key) && writtenText(one.key) === key) : undefined
  return isScalar(pair?.key) ? pair.key : undefined
}

function keepValues(map: YAMLMap, wanted: ReadonlySet<unknown>): void {
  for (const { key, value } of map.items) if (isScalar(key) && wanted.has(key.value)) keepText(value)
}

function keepText(node: unknown): void {
  if (isScalar(node) && node.value !== null && node.value !== '') node.value = writtenText(node)
}

function writtenText({ source, value }: { source?: string | undefined; value: unknown }): string {
  return source ?? String(value)
}
