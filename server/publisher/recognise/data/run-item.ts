import { parseRun } from '../../../../lib/record/run.ts'
import { isRunNotation, normalizeRunCell, runNotation } from '../../sources/runs/run-notation.ts'
import { member, quoted } from '../entries/expression.ts'

/** How one run of a list is written, as a template says it and as the recogniser reads it. */
export interface RunItem {
  /** The variables of the loop over a list of runs; undefined where the list can be taken as it is. */
  readonly variables: string | undefined
  readonly expression: string
  read(run: unknown): string
}

/** Recognises the runs of a list by examples: texts and times, `[58.112, 1, "dirty"]`, or objects with names. */
export function runItem(examples: readonly unknown[]): RunItem | undefined {
  const given = examples.filter((one) => one !== null && one !== '')
  if (given.length === 0) return undefined
  if (given.every(isScalar)) return scalarItem(given)
  if (given.every(Array.isArray)) return tupleItem(given as unknown[][])
  return given.every(isObject) ? objectItem(given) : undefined
}

/** Milliseconds rather than seconds: whole numbers of more than a quarter of an hour of seconds. */
function inMilliseconds(times: readonly unknown[]): boolean {
  const numbers = times.filter((time) => typeof time === 'number' && time > 0)
  return numbers.length > 0 && numbers.every((time) => Number.isInteger(time) && Number(time) >= 5000)
}

const seconds = (time: unknown, isMilliseconds: boolean) =>
  isMilliseconds && typeof time === 'number' ? String(time / 1000) : asText(time)

function scalarItem(given: readonly unknown[]): RunItem | undefined {
  const isMilliseconds = inMilliseconds(given)
  const readable = given.filter((run) => isRunNotation(normalizeRunCell(seconds(run, isMilliseconds))))
  if (readable.length < given.length * 0.8) return undefined
  return {
    variables: isMilliseconds ? 'time' : undefined,
    expression: isMilliseconds ? 'run_notation(time / 1000, "")' : '',
    read: (run) => normalizeRunCell(seconds(run, isMilliseconds)),
  }
}

function tupleItem(given: readonly unknown[][]): RunItem | undefined {
  const times = given.map(([time]) => time)
  const isTimed = given.some(([time]) => typeof time === 'number' || parseRun(asText(time)).kind === 'timed')
  const second = given.map((run) => run[1])
  const isCount =
    second.some((one) => one !== undefined) &&
    second.every((one) => one === undefined || one === null || isCone(one) || isWord(one))
  if (!isTimed || !isCount || given.some((run) => run.length > 5 || !run.every(isScalar))) return undefined
  const isMilliseconds = inMilliseconds(times)
  const time = isMilliseconds ? 'time / 1000' : 'time'
  const words = noTimeWords(given.map((run) => run[2]))
  const width = Math.max(...given.map((run) => run.length))
  const penalty = words.length > 0 ? `status if status in [${words.map(quoted).join(', ')}] else cones` : 'cones'
  const variables = ['time', 'cones', 'status', 'fourth', 'fifth'].slice(0, Math.max(2, width)).join(', ')
  return {
    variables,
    expression: `run_notation(${time}, ${penalty})`,
    read(run) {
      const [raw, cones, status] = Array.isArray(run) ? run : []
      return runNotation(seconds(raw, isMilliseconds), words.includes(asText(status)) ? asText(status) : asText(cones))
    },
  }
}

// cspell:ignore laptime missedgates rawms timems: names of members
const names = {
  time: /^(?:raw|rawtime|time|seconds|laptime|runtime|elapsed|value|t|scratch|ms|rawms|timems|millis|milliseconds)$/i,
  cones: /^(?:cones?|pylons?|penalty|penalties|pen|pens|c)$/i,
  gates: /^(?:gates?|missedgates?|g)$/i,
  status: /^(?:status|code|state|result|flag|dnf)$/i,
}

function objectItem(given: readonly Readonly<Record<string, unknown>>[]): RunItem | undefined {
  const keys = [...new Set(given.flatMap((run) => Object.keys(run)))]
  const named = (pattern: RegExp) => keys.find((key) => pattern.test(key.replace(/[^a-z]/gi, '')))
  const [time, cones, gates, status] = [named(names.time), named(names.cones), named(names.gates), named(names.status)]
  if (time === undefined) return undefined
  const isMilliseconds = inMilliseconds(given.map((run) => run[time]))
  const states = status === undefined ? [] : given.map((run) => run[status])
  const isFlag = states.some((state) => typeof state === 'boolean')
  const words = noTimeWords(states)
  const count = countOf(cones, gates)
  const stated = status === undefined ? '' : member('run', status)
  const isStated = isFlag ? stated : `${stated} in [${words.map(quoted).join(', ')}]`
  const penalty =
    isFlag || words.length > 0
      ? `${isFlag ? '"DNF"' : stated} if ${isStated} else ${count.expression}`
      : count.expression
  return {
    variables: 'run',
    expression: `run_notation(${member('run', time)}${isMilliseconds ? ' / 1000' : ''}, ${penalty})`,
    read(run) {
      const one = isObject(run) ? run : {}
      const state = status === undefined ? undefined : one[status]
      const isOut = isFlag ? state === true : words.includes(asText(state))
      return runNotation(seconds(one[time], isMilliseconds), isOut ? (isFlag ? 'DNF' : asText(state)) : count.read(one))
    },
  }
}

function countOf(cones: string | undefined, gates: string | undefined) {
  const text = (run: Readonly<Record<string, unknown>>, key: string | undefined) =>
    key === undefined ? '' : asText(run[key])
  if (gates === undefined) {
    return {
      expression: cones === undefined ? '""' : member('run', cones),
      read: (run: Readonly<Record<string, unknown>>) => text(run, cones),
    }
  }
  const first = cones === undefined ? '0' : `(${member('run', cones)} or 0)`
  return {
    expression: `${first} ~ "/" ~ (${member('run', gates)} or 0)`,
    read: (run: Readonly<Record<string, unknown>>) => `${text(run, cones) || '0'}/${text(run, gates) || '0'}`,
  }
}

/** The words among these that stand for a run without time. */
function noTimeWords(states: readonly unknown[]): readonly string[] {
  const words = new Set(states.map(asText).filter((word) => word !== ''))
  return [...words].filter(isWord)
}

function isWord(value: unknown): boolean {
  const { kind } = parseRun(normalizeRunCell(asText(value)))
  return typeof value === 'string' && (kind === 'no_time' || kind === 'rerun')
}

function isCone(value: unknown): boolean {
  return /^\d{1,2}$/.test(asText(value)) && Number(value) <= 50
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
