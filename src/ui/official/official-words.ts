import type {
  ImpairedPair,
  RecentChange,
  SourceKind,
  Statement,
  SuspendedAsset,
} from '../../market/official.ts'
import { hasStatementSince, type OfficialSummary, type RelevantStatement } from '../../shared/official.ts'
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

/**
 * What the venue says, in one line: what closes it or was said since the start, else the state of coin and pair.
 *
 * @param startedAt start of the episode, market time (ms)
 */
export function officialLine(words: WithSay, official: OfficialSummary, startedAt: number): string {
  const { closing, statements, suspended, impaired, recentChange } = official
  const [newest] = statements
  if (closing) return statementText(words, closing.statement)
  if (newest && hasStatementSince(official, startedAt)) return statementText(words, newest.statement)
  if (suspended) return suspendedText(words, suspended)
  const pair = impaired ?? recentChange
  return pair ? pairText(words, pair) : words.say('known.none')
}
