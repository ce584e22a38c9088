import { ownLink } from '../exchanges/official/own-link.ts'
import type { Statement } from '../market/official.ts'
import type { DetailsWords } from './words.ts'

/** What a statement says: the venue's own title as it stands, or where it gives none, its topic. */
export function statementText({ say }: DetailsWords, { title, what, state, endedAt }: Statement): string {
  const text = title ?? say(`topic.${what}`)
  if (state === 'scheduled') return say('official.scheduled', { what: text })
  return state === 'over' || endedAt !== undefined ? say('official.over', { what: text }) : text
}

/** The statement's address, where it is surely one of the venue's own: addresses come off the wire. */
export function statementLink(venue: string, { url }: Statement): string | null {
  return ownLink(venue, url)
}
