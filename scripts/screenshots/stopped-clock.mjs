/**
 * Loaded into a server before it starts (`node --import`): its clock shows the Unix ms in the file CLOCK_FILE, so that
 * an event of an hour takes seconds and every picture shows the same ages. Timers are unchanged.
 */
import { readFileSync } from 'node:fs'

const file = process.env.CLOCK_FILE
const SystemDate = globalThis.Date

function now() {
  return Number(readFileSync(file, 'utf8'))
}

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, parameters, newTarget) =>
    Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
