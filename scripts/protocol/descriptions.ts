interface Texts {
  readonly title: string
  readonly description: string
}

export const documentText: Texts = {
  title: 'Paddock live protocol, version 1',
  description:
    'Every message between a browser and Paddock, as one envelope. Further fields may come at any time: ignore what you do ' +
    'not know.',
}

export const definitionTexts: Readonly<Record<string, Texts>> = {
  version_check: {
    title: 'Which version the browser holds',
    description:
      'Browser to server, at once after every connect, first or again, and after every gap. If the version matches, nothing ' +
      'comes back; otherwise the whole list, or what was missed for a browser that sent catch_up.',
  },
  all_drivers: {
    title: 'The whole list',
    description: 'Server to one browser: replaces the list that it holds.',
  },
  update_drivers: {
    title: 'What changed',
    description:
      'Server to all when the list changed, or to one browser what it missed: destroy, then create, then write. Apply it ' +
      'if from, or else version - 1, is not above your version and version is; if there is a gap, send version_check.',
  },
  current_version: {
    title: 'The newest version',
    description:
      'Server to all every 10 s, behind every answer to a browser that sent catch_up, and when the publisher gets stuck or ' +
      'comes free again. It shows that the last message was lost, or that the connection is dead.',
  },
  desk: {
    title: 'What the desk says',
    description:
      'Server to all when it changes, and to one browser first on each connection, if the desk ever said anything. It ' +
      'replaces what was said before, unless that has a higher version and is of the same connection.',
  },
  problem: {
    title: 'What cannot be used',
    description: 'Server to the browser that sent what cannot be used. The tenth one closes the connection.',
  },
  driver: {
    title: 'One entry',
    description:
      'driver_name is the key; class and number are what the sport goes by. Positions and gaps are not in it: they follow ' +
      'from the runs and the event. Every attribute beyond those named here is one that the event adds.',
  },
  event: {
    title: 'The event',
    description: 'What the event is called and how runs become results. What is absent has its default.',
  },
}

const log = 'The history that the version belongs to. Versions of two logs cannot be compared.'
const at = 'When the version was published. Unix milliseconds by the server.'
const sourceAt = 'When the timing file behind the version was written, if that is known. Unix milliseconds.'
const hash = 'The checksum of the list at this version; PROTOCOL.md says how it is made.'

/** The description of each field by its path. Items of lists have none. */
export const fieldTexts: Readonly<Record<string, string>> = {
  ...envelope('version_check', 'The browser says it.'),
  'version_check.data.version': 'The version that the browser holds; 0: none.',
  'version_check.data.log': 'The log that the version belongs to.',
  'version_check.data.catch_up':
    'True: the answer may be update_drivers with from, and current_version comes behind it.',
  'version_check.data.divergences':
    "How often this copy was found to differ from the server's since the last answered check; must stay 0.",

  ...envelope('all_drivers', 'The server says it.'),
  'all_drivers.data.version': 'The version of the list.',
  'all_drivers.data.drivers': 'The whole list, in no particular order.',
  'all_drivers.data.log': log,
  'all_drivers.data.at': at,
  'all_drivers.data.source_at': sourceAt,
  'all_drivers.data.event': 'The event as it is at this version.',
  'all_drivers.data.hash': hash,

  ...envelope('update_drivers', 'The server says it.'),
  'update_drivers.data.version': 'The version that the changes lead to.',
  'update_drivers.data.drivers': 'The changes: destroy, then create, then write.',
  'update_drivers.data.drivers.create': 'The names of drivers that are new. Their records are in update.',
  'update_drivers.data.drivers.update': 'The whole record of every driver that was created or changed.',
  'update_drivers.data.drivers.destroy': 'The names of drivers that are gone. An unknown name means nothing.',
  'update_drivers.data.log': log,
  'update_drivers.data.at': at,
  'update_drivers.data.source_at': sourceAt,
  'update_drivers.data.from': 'The version that the changes start at; absent, it is version - 1.',
  'update_drivers.data.event': 'The event, when it changed.',
  'update_drivers.data.hash': 'The checksum of the list after the changes.',

  ...envelope('current_version', 'The server says it.'),
  'current_version.data.version': 'The newest version.',
  'current_version.data.log': log,
  'current_version.data.at': at,
  'current_version.data.source_at':
    'When the timing file was last written, also when that changed nothing. Unix milliseconds.',
  'current_version.data.hash': hash,
  'current_version.data.now':
    "The server's clock. Ages are told by it, since a phone's may be wrong. Unix milliseconds.",
  'current_version.data.stalled_since':
    'Since when the publisher cannot use what it reads, or holds it; absent when all is well. Unix milliseconds.',
  'current_version.data.held': 'True while it is stalled because it holds a list; absent otherwise.',

  ...envelope('desk', 'The server says it.'),
  'desk.data.version': 'Grows with each change, also over restarts.',
  'desk.data.message': 'A message to every page and screen; absent: none.',
  'desk.data.message.id': 'Names the message: a reader dismisses just this one.',
  'desk.data.message.text': 'One line of plain text.',
  'desk.data.message.since': 'When it was said. Unix milliseconds.',
  'desk.data.screens': 'The screens that have a name, and what each shows. A screen that is not named shows auto.',
  'desk.data.screens[].name': 'The name in the address of the screen; case does not matter.',
  'desk.data.screens[].scene': 'What the screen shows.',
  'desk.data.screens[].scene.kind':
    'auto: all classes in turn. class: one class. podium: the first three of a class. Take any other for auto.',
  'desk.data.screens[].scene.class': 'The class of class and podium.',
  'desk.data.screens[].scene.shown': 'How many places a podium shows, the third first.',

  ...envelope('problem', 'The server says it.'),
  'problem.data.code':
    'malformed: a version_check that cannot be read. unknown_action: any other event. Others may come.',
  'problem.data.message': 'What was wrong, in English.',

  'driver.driver_name': 'The key: unique in a list.',
  'driver.display_name': 'What people read, where it is not driver_name.',
  'driver.class': 'The class, as the timing file writes it.',
  'driver.number': 'The number as a text: 09 stays 09.',
  'driver.car': 'The car, as people read it.',
  'driver.group': 'The class that the entry competes in, where that is another one: novices, pro, index classes.',
  'driver.index_class': 'The class whose index the entry takes, where its code does not say so.',
  'driver.published_indexed': 'The indexed time in the timing file, where that holds.',
  'driver.runs':
    'The runs in order, in the notation of the sport: 40.516, 41.266+1 (one cone), 61.078+DNF, empty (not run yet). A list ' +
    'of such lists when there are several courses or days.',
  'driver.*': 'An attribute that the event adds.',

  'event.title': 'What the event is called.',
  'event.date': 'When it is, as people write it.',
  'event.place': 'Where it is.',
  'event.state': 'Whether the results can still change.',
  'event.scoring': 'How runs become a result.',
  'event.drop_slowest': 'With cumulative scoring: how many of the slowest runs do not count.',
  'event.required_runs': 'With cumulative scoring: entries with this many runs or more are placed by total alone.',
  'event.required_courses': 'With sum_of_best scoring: the number of courses or days that a total needs.',
  'event.runs_per_entry': 'How many runs each entry gets on each course or day, when that is known.',
  'event.penalties': 'What is added to a time.',
  'event.penalties.cone_seconds': 'Seconds for each cone.',
  'event.penalties.gate_seconds': 'Seconds for each gate.',
  'event.penalties.dnf_seconds': 'A DNF or OFF with a time counts as that time and these seconds.',
  'event.penalties.dnf_maximum': 'Seconds: the most for a DNF or OFF, and what one without a time counts as.',
  'event.shortest_run': 'In seconds: the timing desk is warned of a shorter run; absent: a limit by the sport.',
  'event.ties': 'Whether entries with the same time share a position, or the next best run decides.',
  'event.index_applies_to': 'What the index multiplies: the time with its penalties, or the raw time alone.',
  'event.index_rounding': 'What happens to the fourth decimal of an indexed time.',
  'event.index_decimals': 'To how many decimals an indexed time is rounded before that; absent: not at all.',
  'event.trophies': 'Who gets one: the top third of a class, nobody, or the nth number for a class of n entries.',
  'event.time_format': 'How times are written: 103.769 or 1:43.769.',
  'event.classes': 'The classes, in the order in which they are shown.',
  'event.classes[].code': 'What the class is called in the timing file.',
  'event.classes[].name': 'What people call it.',
  'event.classes[].index': 'The factor on the time (PAX, RTP).',
  'event.classes[].group': 'Classes of one group compete with each other on indexed time.',
  'event.classes[].counts': 'False: time only, fun runs. Its entries take no place; absent, they do.',
  'event.columns': 'The attributes that the tables show besides class, number, name, car and runs.',
  'event.columns[].attribute': "The attribute's name in the records.",
  'event.columns[].title': "The column's heading.",
}

function envelope(action: string, source: string): Readonly<Record<string, string>> {
  return {
    [`${action}.source`]: source,
    [`${action}.action`]: 'The name of the message, and of the socket.io event.',
    [`${action}.data`]: 'What the message says.',
  }
}
