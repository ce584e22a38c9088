import { elapsedMs } from '../../market/elapsed.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { silenceOf } from '../../shared/silence.ts'
import type { PageIconName } from '../icons/page-icons.ts'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from './page-texts.ts'
import type { Words } from './words.ts'

/** State of a venue's feed in words, and whether it is a problem. */
export interface VenueStateText {
  readonly icon: PageIconName
  readonly text: string
  readonly isProblem: boolean
  /** Why rows of its data cannot be read, where many cannot: one of them, technical and not translated. */
  readonly example?: string
}

/** How a venue's data arrive, in words. `now` is wall clock (ms). */
export function venueStateText(words: VenueWords, venue: VenueState, now: number): VenueStateText {
  const silence = silenceOf(venue, now)
  // A terminated worker leaves the state `live` in storage: missing data outrank the stored state.
  const kind =
    silence !== undefined && (venue.kind === 'live' || venue.kind === 'polling') ? 'stale' : venue.kind
  const text = kindText(words, venue, kind, now)
  const { share, example } = unreadRows(venue)
  if (share === null) return { icon: icons[kind], isProblem: isProblemKind(kind), text }
  return {
    icon: icons[kind],
    isProblem: true,
    text: words.say('venue.unread', { text, share: words.format.share(share) }),
    ...(example !== undefined && { example }),
  }
}

type VenueWords = Pick<Words, 'format'> & { readonly say: Say<PageKey> }

function kindText(
  { say, format }: VenueWords,
  venue: VenueState,
  kind: VenueState['kind'],
  now: number,
): string {
  const length = format.length(elapsedMs(venue.receivedAt ?? now, now))
  if (kind === 'stale')
    return venue.receivedAt === null ? say('venue.staleNever') : say('venue.stale', { length })
  if (kind === 'rate-limited')
    return venue.retryAt === null
      ? say('venue.limited')
      : say('venue.rate-limited', { time: format.clock(venue.retryAt) })
  if (kind === 'blocked') return refusalText(say, venue.reason)
  const text = say(`venue.${kind}`, { length })
  const n = unheardPairs(venue)
  return n > 0 ? say('venue.unheard', { text, n }) : text
}

/** With these a venue refuses a whole region (RFC 7725, RFC 9110): nothing that the trader does wrong. */
const regionCodes = /\b(403|451)\b/

function refusalText(say: VenueWords['say'], reason: string | null): string {
  if (reason === null) return say('venue.blocked')
  return say(regionCodes.test(reason) ? 'venue.blocked.region' : 'venue.blocked.why', { reason })
}

/** What is always dropped, as rows of pairs that never traded, is no news: a smaller share is not shown. */
const minShownShare = 0.3

/** The share of rows that could not be read, where it is large, and one of them. */
function unreadRows({ droppedShare = 0, droppedExample }: VenueState) {
  return droppedShare < minShownShare
    ? { share: null }
    : { share: droppedShare, example: droppedExample?.slice(0, 200) }
}

/** Pairs whose trades were asked for in vain. */
const unheardPairs = ({ subscriptions }: VenueState) =>
  (subscriptions?.refused ?? 0) + (subscriptions?.unanswered ?? 0)

const isProblemKind = (kind: VenueState['kind']) =>
  kind === 'stale' ||
  kind === 'unreadable' ||
  kind === 'blocked' ||
  kind === 'rate-limited' ||
  kind === 'no-permission'

const icons: Readonly<Record<VenueState['kind'], PageIconName>> = {
  connecting: 'venue-polling',
  live: 'venue-live',
  polling: 'venue-polling',
  stale: 'venue-stale',
  unreadable: 'venue-stale',
  blocked: 'venue-blocked',
  'rate-limited': 'venue-rate-limited',
  'no-permission': 'venue-permission',
  off: 'venue-off',
}
