import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'

/** A folder that a test makes full, and gives room again. */
interface SmallDisk {
  /** The command that runs a program in sight of the small disk. */
  around(): readonly string[]
  /** Takes all room, also from a program that is already running. */
  fill(running?: ChildProcess): void
  /** Gives room again. */
  free(running?: ChildProcess): void
  remove(): Promise<void>
}

export interface KindOfDisk {
  readonly name: string
  make(folder: string): Promise<SmallDisk>
}

/** What is needed to mount a file system: rights of an administrator, or of one in a user namespace. */
const waysToMount = [
  { name: 'a full file system', own: ['--mount'], enter: ['--mount'] },
  {
    name: 'a full file system in a user namespace',
    own: ['--user', '--map-root-user', '--mount'],
    enter: ['--user', '--preserve-credentials', '--mount'],
  },
]

const mountScript = 'mount -t tmpfs -o size=4m tmpfs "$1" && echo mounted && exec cat'

/** A real file system without room (ENOSPC), in the best way that this machine and user allow; undefined for none. */
export function fullFileSystem(): KindOfDisk | undefined {
  const way = waysToMount.find(({ own }) => succeeds('unshare', ...own, 'sh', '-c', mountScript, 'sh', tmpdir()))
  return way && { name: way.name, make: (folder) => mountSmall(folder, way) }
}

/** Files that may not grow (EFBIG): a shell can limit a program that it starts, prlimit also one that is running. */
export const fullByLimit: KindOfDisk = {
  name: 'files that may not grow',
  async make() {
    let full = false
    const limit = (running: ChildProcess | undefined, bytes: string) => {
      if (running) run('prlimit', '--pid', String(running.pid), `--fsize=${bytes}:unlimited`)
    }
    return {
      around: () => (full ? growingTo(0) : []),
      fill(running) {
        full = true
        limit(running, '0')
      },
      free(running) {
        full = false
        limit(running, 'unlimited')
      },
      remove: async () => {},
    }
  },
}

export const canLimitRunning = succeeds('prlimit', '--version')

/** The command that runs a program whose files may not grow beyond `blocks`, of 512 or 1024 bytes. */
export function growingTo(blocks: number): readonly string[] {
  return ['sh', '-c', `ulimit -S -f ${blocks} && exec "$@"`, 'sh']
}

/**
 * Mounts it for the programs that enter its namespace, so that it ends with the last of them, also after a failed test.
 */
async function mountSmall(folder: string, { own, enter }: (typeof waysToMount)[number]): Promise<SmallDisk> {
  const holder = spawn('unshare', [...own, 'sh', '-c', mountScript, 'sh', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(holder, 'close')
  await once(holder.stdout, 'data')
  // Entering a namespace changes the working folder.
  const inFolder = ['sh', '-c', 'cd "$1" && shift && exec "$@"', 'sh', process.cwd()]
  const around = ['nsenter', ...enter, '--target', String(holder.pid), ...inFolder]
  const filler = `${folder}/filler`
  return {
    around: () => around,
    fill: () => run(...around, 'sh', '-c', 'cat /dev/zero > "$1"; ! echo more >> "$1"', 'sh', filler),
    free: () => run(...around, 'rm', filler),
    async remove() {
      holder.stdin.end()
      await ended
    },
  }
}

function run(...[program = '', ...parameters]: readonly string[]): void {
  const { status, stderr } = spawnSync(program, parameters)
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stderr}`)
}

function succeeds(program: string, ...parameters: readonly string[]): boolean {
  return spawnSync(program, parameters, { input: '' }).status === 0
}
