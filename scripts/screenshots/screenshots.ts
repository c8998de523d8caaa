/** Pictures of every view of the spectators' page: npm run screenshots -- --help */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { OptionError } from '../../cli/options/option-error.ts'
import { chromiumLaunchOptions } from '../../testing/browser/chromium.mjs'
import { contactSheet } from './contact-sheet.ts'
import { readOptions, type ScreenshotOptions, usage } from './options.ts'
import { takeScenes } from './scenes.ts'
import { allShots, chosenShots, readmeShots } from './shot.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else await takeAll(options)
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}

async function takeAll({ only, out, readme }: ScreenshotOptions): Promise<void> {
  const shots = chosenShots(readme ? readmeShots() : allShots(), only)
  if (shots.length === 0) throw new OptionError(`No picture has ${only.join(' or ')} in its name.`)
  const folder = resolve(root, out)
  mkdirSync(folder, { recursive: true })
  const began = performance.now()
  const browser = await chromium.launch(chromiumLaunchOptions())
  let taken = 0
  const print = (line: string) => {
    taken += 1
    console.log(`${String(taken).padStart(String(shots.length).length)}/${shots.length}  ${line}`)
  }
  const troubles = await takeScenes(browser, shots, folder, print).finally(() => browser.close())
  if (!readme) writeFileSync(join(folder, 'index.html'), contactSheet(shots, troubles))
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`\n${taken} pictures in ${folder}, ${seconds} s, ${troubles.length} troubles`)
  for (const trouble of troubles) console.error(trouble)
  if (troubles.length > 0) process.exitCode = 1
}
