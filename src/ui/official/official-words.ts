import type {
  ImpairedPair,
  RecentChange,
  SourceKind,
  Statement,
  SuspendedAsset,
} from '../../market/official.ts'
import type { OfficialSummary, RelevantStatement } from '../../shared/official.ts'
import type { Words } from '../words/words.ts'

type WithSay = Pick<Words, 'say'>

/** Text of a statement: the venue's own title, unchanged, else its topic. */
export function statementText({ say }: WithSay, { title, what, state, endedAt, via }: Statement): string {
  // The title of a status is a machine code ("system_maintenance"): the topic says the same.
  const text = via === 'announcements' && title !== undefined ? title : say(`topic.${what}`)
  if (state === 'scheduled') return say('official.scheduled', { what: text })
  return state === 'over' || endedAt !== undefined ? say('official.over', { what: text }) : text
}

/** State of a coin's deposits and withdrawals. */
export function suspendedText({ say }: WithSay, { asset, deposit, withdrawal }: SuspendedAsset): string {
  const what =
    deposit === false && withdrawal === false ? 'both' : deposit === false ? 'deposit' : 'withdrawal'
  return say(`moves.${what}`, { asset })
}

/** State of a pair in the venue's list. */
export const pairText = ({ say }: WithSay, pair: ImpairedPair | RecentChange): string =>
  say(`pair.${'state' in pair ? pair.state : pair.what}`)

/** `status, announcements`. */
export const sourceKindsText = ({ say }: WithSay, kinds: readonly SourceKind[]): string =>
  kinds.map((kind) => say(`look.${kind}`)).join(say('known.join'))

/** When a statement was said; of a scheduled one, when it begins. */
export function whenText(
  words: Words,
  { statement, at }: Pick<RelevantStatement, 'statement' | 'at'>,
  summary: Pick<OfficialSummary, 'now'>,
): string {
  return ageText(words, statement.state === 'scheduled' ? (statement.begin ?? at) : at, summary)
}

/** A time and its distance from now, past or future: `09:36, 25 min ago`. */
export function ageText({ say, format }: Words, at: number, { now }: Pick<OfficialSummary, 'now'>): string {
  const time = format.moment(at, now)
  const length = format.length(Math.abs(now - at))
  return say(at <= now ? 'known.age' : 'known.to', { time, length })
}
