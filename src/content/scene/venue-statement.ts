import { standingInJapan, type Standing } from '../../exchanges/sites/japan.ts'
import type { NoticeTopic } from '../../market/notice.ts'
import { holds, isClosing } from '../../market/official.ts'
import { type OfficialSummary, officialSummaryOf, type RelevantStatement } from '../../shared/official.ts'
import { isHidden } from '../../shared/visible.ts'
import type { Facts } from './facts.ts'

/** What concerns everybody on a venue's pages, whatever pair they look at. */
export type VenueWord =
  | { readonly kind: 'official'; readonly id: string; readonly says: RelevantStatement; readonly now: number }
  | { readonly kind: 'country'; readonly id: string; readonly standing: Standing }

/** Gravest first. */
const grave: readonly NoticeTopic[] = ['api-keys', 'withdrawal-suspended', 'rollback']

/** The word to show on the page's venue: the gravest that was not put away, or null. */
export function venueWordOf(facts: Facts): VenueWord | null {
  const { venue, hidden } = facts
  if (venue === null) return null
  return (
    [...officialWords(facts, venue), ...countryWords(facts, venue)].find(
      ({ id }) => !isHidden({ id, changedAt: 0 }, hidden),
    ) ?? null
  )
}

function officialWords({ officials }: Facts, venue: string): readonly VenueWord[] {
  const official = officials.find((each) => each.venue === venue)
  const known = officialSummaryOf(official, { venue, symbol: null, base: null, quote: null }, 0)
  if (!known) return []
  const others = grave.flatMap((topic) =>
    known.statements.filter(({ statement }) => statement.what === topic && holds(statement)).slice(0, 1),
  )
  const closing = closingOf(known)
  return [...(closing ? [closing] : []), ...others].map((says) => ({
    kind: 'official',
    id: `official:${says.statement.id}`,
    says,
    now: known.now,
  }))
}

/** What closes the venue, in the words of its announcement where there is one: that names what is suspended. */
function closingOf({ statements, closing }: OfficialSummary): RelevantStatement | null {
  const announced = statements.find(
    ({ statement }) => statement.via === 'announcements' && isClosing(statement) && holds(statement),
  )
  return closing && (announced ?? closing)
}

function countryWords({ countryNotice }: Facts, venue: string): readonly VenueWord[] {
  const standing = standingInJapan(venue)
  if (!countryNotice || standing?.kind !== 'warned') return []
  return [{ kind: 'country', id: `country:${venue}`, standing }]
}
