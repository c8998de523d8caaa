import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Paths of compiled scripts, which Node.js runs without tsx. */
export interface CompiledProcesses {
  /** faults/publishing.fixture.ts */
  readonly publishing: string
  /** render/render-process.ts */
  readonly rendering: string
  remove(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles processes for tests that start them often, like the build: they load in less than half the time of tsx. */
export async function compileProcesses(): Promise<CompiledProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-compiled-'))
  const config = {
    extends: join(root, 'server/tsconfig.json'),
    files: ['server/publisher/faults/publishing.fixture.ts', 'server/publisher/render/render-process.ts'].map((file) =>
      join(root, file),
    ),
    include: [],
    compilerOptions: { noCheck: true, rootDir: root, outDir: folder, typeRoots: [join(root, 'node_modules/@types')] },
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  await promisify(execFile)(process.execPath, [compiler, '-p', folder])
  return {
    publishing: join(folder, 'server/publisher/faults/publishing.fixture.js'),
    rendering: join(folder, 'server/publisher/render/render-process.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
