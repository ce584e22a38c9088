import type {
  ImpairedPair,
  RecentChange,
  SourceKind,
  Statement,
  SuspendedAsset,
} from '../../market/official.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import type { Words } from '../words/words.ts'

type Say = Pick<Words, 'say'>

/** What a statement says: the venue's own title as it stands, or where it gives none, its topic. */
export function statementText({ say }: Say, { title, what, state, endedAt, via }: Statement): string {
  // A status has words for machines ("system_maintenance"); ours say the same.
  const text = via === 'announcements' && title !== undefined ? title : say(`topic.${what}`)
  if (state === 'scheduled') return say('official.scheduled', { what: text })
  return state === 'over' || endedAt !== undefined ? say('official.over', { what: text }) : text
}

/** What a coin's deposits and withdrawals are. */
export function suspendedText({ say }: Say, { asset, deposit, withdrawal }: SuspendedAsset): string {
  const what =
    deposit === false && withdrawal === false ? 'both' : deposit === false ? 'deposit' : 'withdrawal'
  return say(`moves.${what}`, { asset })
}

/** How a pair stands in the venue's list. */
export const pairText = ({ say }: Say, pair: ImpairedPair | RecentChange): string =>
  say(`pair.${'state' in pair ? pair.state : pair.what}`)

/** `status, announcements`. */
export const looksText = ({ say }: Say, kinds: readonly SourceKind[]): string =>
  kinds.map((kind) => say(`look.${kind}`)).join(say('known.join'))

/** When something was, or will be, and how far from now: `09:36, 25 min ago`. */
export function ageText({ say, format }: Words, at: number, { now }: Pick<OfficialSummary, 'now'>): string {
  const time = format.moment(at, now)
  const length = format.length(Math.abs(now - at))
  return say(at <= now ? 'known.age' : 'known.to', { time, length })
}
