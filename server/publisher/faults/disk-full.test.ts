import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, type onTestFinished, test } from 'vitest'
import { compiledSource } from '../../../testing/compiled/compiled-source.ts'
import { layDataFolder, temporaryFolder } from '../pipeline.fixture.ts'
import { serialList } from '../serial-list.fixture.ts'
import { type PublishingProcess, startPublishing } from './publishing-process.fixture.ts'
import { canLimitRunning, fullByLimit, fullFileSystem, growingTo, type KindOfDisk } from './small-disk.fixture.ts'

let script: string

beforeAll(async () => {
  script = await compiledSource('server/publisher/faults/publishing.fixture.ts')
})

// The strongest kind that works here; the last test needs nothing but a shell.
const fileSystem = fullFileSystem()
const whileRunning = fileSystem ?? (canLimitRunning ? fullByLimit : undefined)

async function folders(finished: typeof onTestFinished) {
  const base = await temporaryFolder(finished)
  const [data, state] = [join(base, 'data'), join(base, 'state')]
  await layDataFolder(data)
  await mkdir(state)
  return { data, state, save: (serial: number) => writeFile(join(data, 'live.rgg'), serialList(serial)) }
}

async function onDisk(kind: KindOfDisk, finished: typeof onTestFinished) {
  const { data, state, save } = await folders(finished)
  const disk = await kind.make(state)
  finished(disk.remove)
  const start = (): PublishingProcess => {
    const started = startPublishing(script, data, state, disk.around())
    finished(started.kill)
    return started
  }
  return { disk, save, start }
}

const announcedBy = (publishing: PublishingProcess) => publishing.states('announced').map(({ serial }) => serial)
const warningsOf = ({ said }: PublishingProcess) => said.filter(([word]) => word === 'warning')

describe.concurrent('a disk without room for the log', () => {
  test.for(whileRunning ? [whileRunning] : [])(
    '[P1] [P3] [L1] as $name keeps the published list, announces nothing that is not stored, and publishes again once there is room',
    async (kind, { onTestFinished }) => {
      const { disk, save, start } = await onDisk(kind, onTestFinished)
      const publishing = start()
      const { process: running } = publishing
      await publishing.reports('started')
      await save(2)
      await publishing.reports('announced', '2')
      const [, last] = publishing.states('announced')

      disk.fill(running)
      await save(3)
      await publishing.reportsAgain('pass', 'log_unwritable', 'stalled')
      await save(4)
      await publishing.reportsAgain('pass', 'log_unwritable', 'stalled')
      expect(publishing.states('pass').at(-1)).toEqual(last)
      expect(announcedBy(publishing)).toEqual([1, 2])

      disk.free(running)
      await publishing.reportsAgain('pass', 'well', 'goes_on')
      await save(5)
      await publishing.reports('announced', '5')
      expect(announcedBy(publishing)).toEqual([1, 2, 4, 5])
      const versions = publishing.states('announced').map(({ version }) => version)
      expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) + index))

      disk.fill(running)
      await save(6)
      await publishing.reportsAgain('pass', 'log_unwritable', 'stalled')
      await publishing.kill()
      disk.free()
      const again = start()
      await again.reports('announced', '6')
      const before = publishing.states('announced').at(-1)
      expect(again.states('open')).toEqual([before])
      expect(again.states('announced')).toMatchObject([{ log: before?.log, version: (before?.version ?? 0) + 1 }])
      expect([...warningsOf(publishing), ...warningsOf(again)]).toEqual([])
    },
  )

  test.for(fileSystem ? [fileSystem, fullByLimit] : [fullByLimit])(
    '[P2] [P4] as $name refuses a start with one line, and keeps the log as it is',
    async (kind, { onTestFinished }) => {
      const { disk, save, start } = await onDisk(kind, onTestFinished)
      const expectRefused = async () => {
        const refused = start()
        await refused.end()
        const line = expect.stringMatching(/^cannot write .*there must be room; or set STATE_DIR to another folder\.$/)
        expect(refused.said.map(([word, code, ...rest]) => [word, code, rest.join(' ')])).toEqual([
          ['starting', undefined, ''],
          ['failed', 'state_folder_unwritable', line],
        ])
      }

      disk.fill()
      await expectRefused()
      disk.free()
      const first = start()
      await first.reports('started')
      await save(2)
      await first.reports('announced', '2')
      await first.end()
      const [last] = first.states('announced').slice(-1)

      disk.fill()
      await expectRefused()
      disk.free()
      const second = start()
      await second.reports('started')
      await second.end()
      expect(second.states('open', 'announced', 'started')).toEqual([last, last])
      expect([...warningsOf(first), ...warningsOf(second)]).toEqual([])
    },
  )

  test('[P1] [P3] [L5] as a limit on growing files keeps the published list, and the next start publishes the new one', async ({
    onTestFinished,
  }) => {
    const { data, state, save } = await folders(onTestFinished)
    const publishing = startPublishing(script, data, state, growingTo(100))
    onTestFinished(publishing.kill)
    await publishing.reports('started')
    let serial = 1
    while (!publishing.said.some((line) => line.includes('log_unwritable'))) {
      serial += 1
      await save(serial)
      await publishing.reportsAgain('pass')
      if (serial > 200) throw new Error('200 lists found room')
    }
    await publishing.reportsAgain('pass', 'log_unwritable', 'stalled')
    const last = publishing.states('announced').at(-1)
    expect(last?.serial).toBeLessThan(serial)
    expect(publishing.states('pass').at(-1)).toEqual(last)

    await publishing.kill()
    const again = startPublishing(script, data, state)
    onTestFinished(again.kill)
    await again.reports('announced', String(serial))
    expect(again.states('open')).toEqual([last])
    expect(again.states('announced')).toMatchObject([{ log: last?.log, version: (last?.version ?? 0) + 1, serial }])
    expect(warningsOf(again)).toEqual([])
  })
})
