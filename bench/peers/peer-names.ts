/** The servers that are measured, beside Paddock. The first is the floor, to which all ratios are. */
export const peerNames = [
  'raw ws',
  'socket.io',
  'socket.io, whole list',
  'server-sent events',
  'polling with ETag',
] as const

export type PeerName = (typeof peerNames)[number]

export const floor: PeerName = 'raw ws'

export const subjectNames = ['Paddock', ...peerNames] as const

export type SubjectName = (typeof subjectNames)[number]
