import { expect, test } from 'vitest'
import { readText } from './markdown.ts'
import { trackedSourceFiles } from './source-files.ts'

const widest = 120
/** Longer reasoning belongs in a docstring or in docs/. */
const mostLines = 5

/** A line of a comment, or code with a comment behind it. */
const commentLine = /^\s*(?:\/\/|\/?\*|\{\/\*)|\s\/\/\s/
const lineComment = /^\s*\/\/ /

/** The comments that are too wide or too long, as `file:line: problem`. */
function commentFaults(file: string, text: string): string[] {
  const faults: string[] = []
  let block = 0
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.length > widest && commentLine.test(line)) faults.push(`${file}:${index + 1}: ${line.length} columns`)
    block = lineComment.test(line) ? block + 1 : 0
    if (block === mostLines + 1) faults.push(`${file}:${index + 1}: more than ${mostLines} lines of comment`)
  }
  return faults
}

test('every comment in the source files has at most 120 columns and, outside docstrings, at most 5 lines', () => {
  const files = trackedSourceFiles()
  expect(files.length).toBeGreaterThan(200)
  expect(files.flatMap((file) => commentFaults(file, readText(file)))).toEqual([])
})

test.each([
  ['a wide line comment', `  // ${'x'.repeat(120)}`, 'a.ts:1: 125 columns'],
  ['a wide line of a docstring', `/**\n * ${'x'.repeat(120)}\n */`, 'a.ts:2: 123 columns'],
  ['a wide comment behind code', `const a = 1 // ${'x'.repeat(120)}`, 'a.ts:1: 135 columns'],
  ['a long block of line comments', '// x\n'.repeat(6), 'a.ts:6: more than 5 lines of comment'],
])('%s is reported with its line', (_subject, text, fault) => {
  expect(commentFaults('a.ts', text)).toEqual([fault])
})

test('a long line without a comment and two short blocks are not reported', () => {
  expect(commentFaults('a.ts', `const a = '${'x'.repeat(120)}'\n${'// x\n'.repeat(5)}\n${'// x\n'.repeat(5)}`)).toEqual(
    [],
  )
})
