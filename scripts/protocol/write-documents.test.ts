import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { frozenFile, httpDocuments, protocolDocuments } from './documents.ts'
import { writeDocuments } from './write-documents.ts'

const documents = protocolDocuments()
const frozen = documents.files.get(frozenFile) ?? ''

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-protocol-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

test('a new optional field is written into the documents and into the list of promises', () => {
  const before = frozen.replace(/^version_check\.data\.log: .*\n/m, '')
  expect(before).not.toBe(frozen)
  writeFileSync(join(folder, frozenFile), before)
  expect(writeDocuments(folder, documents)).toEqual({ breaks: [], added: ['version_check.data.log'] })
  expect(readdirSync(folder).sort()).toEqual([...documents.files.keys()].sort())
  for (const [name, text] of documents.files) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})

test('no document is written when a promise is broken', () => {
  const before = `${frozen}version_check.data.color: optional type="string"\n`
  writeFileSync(join(folder, frozenFile), before)
  expect(writeDocuments(folder, documents).breaks).toEqual(['version_check.data.color is gone'])
  expect(readdirSync(folder)).toEqual([frozenFile])
  expect(readFileSync(join(folder, frozenFile), 'utf8')).toBe(before)
})

test('given two sets of documents, when one breaks a promise, then nothing of either is written', () => {
  const http = httpDocuments()
  const before = `${http.files.get(http.frozenFile)}GET /live/results.xml 200: text/xml type="string"\n`
  writeFileSync(join(folder, frozenFile), frozen)
  writeFileSync(join(folder, http.frozenFile), before)
  expect(writeDocuments(folder, documents, http).breaks).toEqual(['GET /live/results.xml 200 is gone'])
  expect(readdirSync(folder).sort()).toEqual([http.frozenFile, frozenFile].sort())
  writeFileSync(join(folder, http.frozenFile), http.files.get(http.frozenFile) ?? '')
  expect(writeDocuments(folder, documents, http).breaks).toEqual([])
  expect(readdirSync(folder)).toContain('openapi.json')
})

test('no document is written when the list of promises is missing', () => {
  expect(() => writeDocuments(folder, documents)).toThrow(/ENOENT/)
  expect(existsSync(join(folder, 'v1.json'))).toBe(false)
})
