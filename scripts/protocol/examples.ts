import { readFileSync } from 'node:fs'

export interface Example {
  readonly name: string
  readonly summary?: string
  readonly message: unknown
}

/**
 * Messages written by hand: valid ones by action, and invalid ones. No program writes this file.
 */
export interface Examples {
  readonly valid: { readonly [action: string]: readonly Example[] }
  readonly invalid: readonly Example[]
}

export function readExamples(): Examples {
  return JSON.parse(readFileSync(new URL('../../docs/protocol/v1.examples.json', import.meta.url), 'utf8'))
}
