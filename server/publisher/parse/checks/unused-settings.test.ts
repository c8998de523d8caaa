import { expect, test } from 'vitest'
import { eventSchema, scoringRules } from '../../../../lib/record/event.ts'
import { unusedSettings } from './unused-settings.ts'

const unused = (settings: Record<string, unknown>) => unusedSettings(eventSchema.parse({ title: 'Test', ...settings }))

test.each([
  ['drop_slowest', 2, 'cumulative'],
  ['required_runs', 6, 'cumulative'],
  ['required_courses', 2, 'sum_of_best'],
])('the setting %s brings a warning under every scoring but its own', (name, value, scoring) => {
  for (const other of scoringRules) {
    const warnings = unused({ [name]: value, scoring: other })
    expect(warnings).toHaveLength(other === scoring ? 0 : 1)
    if (other !== scoring) expect(warnings[0]?.message).toContain(`${name} changes nothing with "scoring: ${other}"`)
  }
})

test('an event without these settings brings no warning', () => {
  for (const scoring of scoringRules) expect(unused({ scoring })).toEqual([])
})
