import type { Event } from '../../../../lib/record/event.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'

/** The settings that only one scoring reads, and whether an event sets them. */
const settings: readonly { name: string; scoring: Event['scoring']; isSet: (event: Event) => boolean }[] = [
  { name: 'drop_slowest', scoring: 'cumulative', isSet: ({ drop_slowest }) => drop_slowest > 0 },
  { name: 'required_runs', scoring: 'cumulative', isSet: ({ required_runs }) => required_runs !== undefined },
  { name: 'required_courses', scoring: 'sum_of_best', isSet: ({ required_courses }) => required_courses !== undefined },
]

/** Warns of settings of event.yaml that change nothing, because the event is scored in another way. */
export function unusedSettings(event: Event): SourceWarning[] {
  return settings
    .filter(({ scoring, isSet }) => isSet(event) && scoring !== event.scoring)
    .map(({ name, scoring }) => ({
      code: 'unused_setting',
      message: `event.yaml: ${name} changes nothing with "scoring: ${event.scoring}"; it belongs to "scoring: ${scoring}".`,
    }))
}
