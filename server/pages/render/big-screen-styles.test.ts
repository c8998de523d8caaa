import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bigScreenStyles } from './big-screen-styles.ts'

test('given a build, then only the style sheets with the unit of the big screen are its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-styles-'))
  const chunks = join(folder, '.next/static/chunks')
  mkdirSync(chunks, { recursive: true })
  writeFileSync(join(chunks, 'a.css'), '.row{height:3rem}')
  writeFileSync(join(chunks, 'b.css'), '.row{height:calc(43.5*var(--u))}')
  writeFileSync(join(chunks, 'c.js'), 'var(--u)')
  expect(bigScreenStyles(folder)).toEqual(['/_next/static/chunks/b.css'])
})
