import { embedViews } from '../../../lib/reader/embed-choice.ts'
import { defaultTop, mostSeconds, mostTop } from '../../../lib/reader/overlay-choice.ts'
import { themes } from '../../../lib/reader/theme.ts'
import { views } from '../../../lib/reader/view-state.ts'
import type { SchemaNode } from '../field.ts'

/** A parameter of an address. All can be absent, and invalid values count as absent. */
const parameter = (name: string, description: string, schema: SchemaNode) => ({
  ...{ name, in: 'query', required: false, description, schema },
})

const classCode = parameter('class', 'Only this class, whatever the case of its code.', { type: 'string' })
const search = parameter('q', 'Only entries that have all of these words.', { type: 'string', maxLength: 100 })
const sort = parameter(
  'sort',
  'Up to three columns with commas between them, each descending with - before it: -number,class.',
  { type: 'string' },
)

export const classParameter = [parameter('class', 'Only changes of this class.', { type: 'string' })]

export const resultsParameters = [
  parameter('view', 'The order of the entries: by class, by indexed time, or by time.', {
    ...{ type: 'string', enum: ['class', 'pax', 'raw'], default: 'class' },
  }),
  classCode,
  search,
  sort,
]

export const pageParameters = [
  parameter('view', 'What the page shows.', {
    ...{ type: 'string', default: 'class' },
    enum: views,
  }),
  classCode,
  search,
  sort,
  parameter('driver', 'The driver_name whose sheet is open.', { type: 'string' }),
  parameter('rival', 'The driver_name that the sheet compares with.', { type: 'string' }),
  parameter('follow', 'Each driver_name that the page follows.', { type: 'array', items: { type: 'string' } }),
  parameter('rows', 'all: every row of a long list.', { type: 'string', enum: ['all'] }),
  parameter('kiosk', '1: goes through the classes by itself, for a big screen.', { type: 'string', enum: ['1'] }),
  parameter('screen', 'With kiosk: the name by which the desk steers this screen.', { type: 'string' }),
]

export const overlayParameters = [
  parameter('show', 'Parts with commas between them: last, row, top, message. Absent: last.', { type: 'string' }),
  parameter('driver', 'For row: a driver_name, or a name as people write it.', { type: 'string' }),
  parameter('class', 'For top: the class, whatever the case of its code.', { type: 'string' }),
  parameter('top', 'For top: how many of the class.', {
    ...{ type: 'integer', minimum: 1, maximum: mostTop, default: defaultTop },
  }),
  parameter('seconds', 'For last: how long a run stays; absent: until the next one.', {
    ...{ type: 'integer', minimum: 1, maximum: mostSeconds },
  }),
  parameter('stale', 'What an old list does: say of when it is, or hide.', {
    ...{ type: 'string', enum: ['say', 'hide'], default: 'say' },
  }),
]

export const embedParameters = [
  parameter('view', 'What the page shows.', { type: 'string', enum: embedViews, default: 'class' }),
  classCode,
  parameter('theme', 'The colours; auto: as the system of the reader.', {
    ...{ type: 'string', enum: themes, default: 'auto' },
  }),
]
