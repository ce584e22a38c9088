import { standingInJapan, type Standing } from '../../exchanges/sites/japan.ts'
import type { NoticeTopic } from '../../market/notice.ts'
import { holds, isClosing } from '../../market/statement-meaning.ts'
import { type OfficialSummary, officialSummaryOf, type RelevantStatement } from '../../shared/official.ts'
import { isHidden } from '../../shared/visible.ts'
import type { BannerInputs } from './banner-inputs.ts'

/** What concerns everybody on a venue's pages, whatever pair is on screen: by the venue, or by a regulator. */
export type VenueStatement =
  | {
      readonly kind: 'official'
      readonly id: string
      readonly relevant: RelevantStatement
      readonly now: number
    }
  | { readonly kind: 'country'; readonly id: string; readonly standing: Standing }

/** Topics shown after a closing of the venue, most severe first. */
const topicsBySeverity: readonly NoticeTopic[] = ['api-keys', 'withdrawal-suspended', 'rollback']

/** The most severe statement about the venue of the page that is not hidden, or null. */
export function venueStatementOf(inputs: BannerInputs): VenueStatement | null {
  const { venue, hidden } = inputs
  if (venue === null) return null
  return (
    [...officialStatements(inputs, venue), ...countryStatements(inputs, venue)].find(
      ({ id }) => !isHidden({ id, changedAt: 0 }, hidden),
    ) ?? null
  )
}

function officialStatements({ officials }: BannerInputs, venue: string): readonly VenueStatement[] {
  const official = officials.find((each) => each.venue === venue)
  const summary = officialSummaryOf(official, { venue, symbol: null, base: null, quote: null }, 0)
  if (!summary) return []
  const others = topicsBySeverity.flatMap((topic) =>
    summary.statements.filter(({ statement }) => statement.what === topic && holds(statement)).slice(0, 1),
  )
  const closing = closingOf(summary)
  return [...(closing ? [closing] : []), ...others].map((relevant) => ({
    kind: 'official',
    id: `official:${relevant.statement.id}`,
    relevant,
    now: summary.now,
  }))
}

/** Statement that closes the venue, preferably its announcement: that one names what is suspended. */
function closingOf({ statements, closing }: OfficialSummary): RelevantStatement | null {
  const announcement = statements.find(
    ({ statement }) => statement.via === 'announcements' && isClosing(statement) && holds(statement),
  )
  return closing && (announcement ?? closing)
}

function countryStatements({ countryNotice }: BannerInputs, venue: string): readonly VenueStatement[] {
  const standing = standingInJapan(venue)
  if (!countryNotice || !standing || standing.kind === 'registered') return []
  return [{ kind: 'country', id: `country:${venue}`, standing }]
}
