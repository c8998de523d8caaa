import { parseOptions, readWholeNumber } from '../../cli/options/command-options.ts'
import { OptionError } from '../../cli/options/option-error.ts'
import { defaultPlan, type Plan, type Section, sections, shortPlan, usualSections } from '../measure/plan.ts'
import { floor, type SubjectName, subjectNames } from '../peers/peer-names.ts'

export interface BenchOptions {
  readonly plan: Plan
  readonly sections: readonly Section[]
  /** The servers of the scenes: Paddock and the floor are always among them. */
  readonly servers: readonly SubjectName[]
  /** Where the figures are written as JSON. */
  readonly json: string | undefined
  /** Whether servers and load have processors of their own. */
  readonly pin: boolean
}

const optionalNames = ['socket.io', 'whole-list', 'server-sent-events', 'polling'] as const

/** The servers by their names on the command line. */
const optionalServers: Readonly<Record<(typeof optionalNames)[number], SubjectName>> = {
  'socket.io': 'socket.io',
  'whole-list': 'socket.io, whole list',
  'server-sent-events': 'server-sent events',
  polling: 'polling with ETag',
}

export const usage = `Measures the whole server beside others, on Linux: npm run bench -- [sections] [options]

Sections; all but the last by default:
  fan-out  what a revision costs at two numbers of clients: processor time, latency, bytes, memory, event loop
  storms   all clients return at once with a stale version
  slow     some clients take nothing from the network
  pages    GET /live, beside a bare server with the same bytes
  saves    from a saved timing file to a browser's store
  churn    the memory of Paddock while clients come and go, for half an hour

  --clients N    most clients (default: ${defaultPlan.clients})
  --rounds N     how often each server is measured, in turns (default: ${defaultPlan.rounds})
  --drivers N    how long the list is (default: ${defaultPlan.drivers})
  --revisions N  how many are measured at each number of clients (default: ${defaultPlan.revisions})
  --minutes N    how long clients come and go (default: ${defaultPlan.churn.seconds / 60})
  --servers LIST which servers besides Paddock and the floor, separated by commas; none for no others (default: all)
                 ${optionalNames.join(', ')}
  --json FILE    writes the figures; npm run bench:report makes docs/PERFORMANCE.md of them
  --no-pin       lets servers and load run on all processors
  --short        a moment of everything with a few clients, as the test run has it

It ends with code 1 when any client has a wrong list, misses a revision or loses its connection.`

const known = {
  clients: { type: 'string' },
  rounds: { type: 'string' },
  drivers: { type: 'string' },
  revisions: { type: 'string' },
  minutes: { type: 'string' },
  servers: { type: 'string' },
  json: { type: 'string' },
  'no-pin': { type: 'boolean', default: false },
  short: { type: 'boolean', default: false },
} as const

/** Descriptors that the load needs besides its connections. */
const spareDescriptors = 200

/** The options of the command line, or 'help'. `openFiles` is the limit of a process on them. Throws OptionError. */
export function readOptions(parameters: readonly string[], openFiles: number | undefined): BenchOptions | 'help' {
  const parsed = parseOptions(parameters, known, true)
  if (parsed === 'help') return 'help'
  const { values, positionals } = parsed
  const isSection = (name: string): name is Section => (sections as readonly string[]).includes(name)
  const unknown = positionals.find((name) => !isSection(name))
  if (unknown !== undefined)
    throw new OptionError(`There is no section "${unknown}". Sections: ${sections.join(', ')}.`)
  const plan = values.short ? shortPlan : defaultPlan
  const most = Math.min(50_000, (openFiles ?? 50_000) - spareDescriptors)
  const number = (option: keyof typeof known & keyof Plan, least: number, largest: number) => {
    const text = values[option]
    return text === undefined ? plan[option] : readWholeNumber(`--${option}`, `${text}`, least, largest)
  }
  const clients = number('clients', 4, 50_000)
  if (clients > most) {
    throw new OptionError(
      `A process may open ${openFiles} files here, which is enough for ${most} clients; ulimit -n raises it.`,
    )
  }
  return {
    plan: {
      ...plan,
      clients,
      churn: {
        ...plan.churn,
        seconds:
          values.minutes === undefined
            ? plan.churn.seconds
            : 60 * readWholeNumber('--minutes', `${values.minutes}`, 1, 600),
      },
      rounds: number('rounds', 1, 100),
      drivers: number('drivers', 10, 10_000),
      revisions: number('revisions', 1, 1000),
    },
    sections: positionals.length === 0 ? usualSections : sections.filter((name) => positionals.includes(name)),
    servers: readServers(values.servers ?? optionalNames.join(',')),
    json: values.json,
    pin: !values['no-pin'],
  }
}

function readServers(text: string): readonly SubjectName[] {
  const names = text === 'none' ? [] : text.split(',')
  const unknown = names.find((name) => !Object.hasOwn(optionalServers, name))
  if (unknown !== undefined) {
    throw new OptionError(`There is no server "${unknown}". Servers: ${optionalNames.join(', ')}, or none.`)
  }
  const chosen = names.map((name) => optionalServers[name as keyof typeof optionalServers])
  return subjectNames.filter((name) => name === 'Paddock' || name === floor || chosen.includes(name))
}
