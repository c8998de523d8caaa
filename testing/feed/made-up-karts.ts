import type { MadeUpSession } from './made-up-session.ts'
import { driveSession } from './made-up-session.ts'

const firstNames = ['Ana', 'Tūī', 'Jörg', 'Mirela', 'Oskar', 'Priya', 'Dan "Dizzy"', 'Chloë', 'Ravi', 'Sefa']
const lastNames = ['Brandt', 'Kahu', 'Weiß', 'Ionescu', 'Lund', 'Raman', 'Doyle, Jr.', 'Moreau', 'Patel', 'Leota']

/** A made-up session of rental karts; the same for the same seed. */
export function kartSession({
  seed = 1,
  count = 8,
  duration = 300,
  run = { id: '25', name: 'Race 1' },
  lap = 33,
} = {}): MadeUpSession {
  const karts = Array.from({ length: count }, (_, index) => ({
    id: `K${index + 1}`,
    number: index === 3 ? '09' : String(index + 11),
    firstName: firstNames[index % firstNames.length] ?? '',
    lastName: `${lastNames[(index * 3) % lastNames.length]}${index < 10 ? '' : ` ${index}`}`,
    className: index % 3 === 2 ? 'Junior' : 'Senior',
  }))
  return driveSession({ seed, karts, duration, run, lap })
}
