import { ownLink } from '../exchanges/official/own-link.ts'
import { siteOf } from '../exchanges/registry.ts'
import type { Episode } from '../market/episode.ts'
import type { NoticeTopic } from '../market/notice.ts'
import {
  closesVenue,
  holds,
  type ImpairedPair,
  type RecentChange,
  type SourceKind,
  type Official,
  type Statement,
  type SuspendedAsset,
} from '../market/official.ts'

/** A way to the venue's own words. */
export interface StatementSource {
  readonly host: string
  /** Null: it named no address that is surely its own. */
  readonly link: string | null
}

/** A statement that concerns somebody. */
export interface RelevantStatement {
  readonly statement: Statement
  /** The venue's own time, where it gives one, else when Keiho first read it. ms UTC. */
  readonly at: number
  readonly source: StatementSource
}

/** What is officially known of a pair, or of a whole venue, and where that was looked for. Times are the venue's, ms UTC. */
export interface OfficialSummary {
  /** Newest first. */
  readonly statements: readonly RelevantStatement[]
  /** What closes the whole venue now: it explains silence. */
  readonly closing: RelevantStatement | null
  /** What it says of API keys in these days. */
  readonly apiKeys: RelevantStatement | null
  /** By the venue's own lists. */
  readonly suspended: SuspendedAsset | null
  readonly impaired: ImpairedPair | null
  readonly recentChange: RecentChange | null
  /** The newest answer of any source; null before the first. */
  readonly checkedAt: number | null
  /** What answers, or if nothing does, what last did; and what is documented and did not when it was asked last. */
  readonly answeredSources: readonly SourceKind[]
  readonly failedSources: readonly SourceKind[]
  /** The venue's own pages. */
  readonly venuePages: readonly StatementSource[]
  /** The venue's clock, ms: ages are counted to it. */
  readonly now: number
}

/** What it is about: a pair of a venue, or with nulls the whole venue. */
export type StatementSubject = Pick<Episode, 'venue' | 'symbol' | 'base' | 'quote'>

/** What of a whole venue concerns each of its pairs; the rest of its news does not. */
const venueWideTopics: readonly NoticeTopic[] = [
  'maintenance',
  'halt',
  'cancel-only',
  'deposit-suspended',
  'withdrawal-suspended',
  'api-keys',
  'rollback',
]
/** An announcement to all is of these days for so long, ms. */
const announcementMaxAgeMs = 2 * 86_400_000

/**
 * Gathers what a venue said about a pair.
 *
 * @param official undefined where nobody listened
 * @param marketNow the venue's clock, ms
 */
export function officialSummaryOf(
  official: Official | undefined,
  about: StatementSubject,
  marketNow: number,
): OfficialSummary | null {
  if (!official) return null
  const { checks, statements, cautions, suspended, impaired, recentChanges } = official
  const answered = checks.flatMap(({ at }) => at ?? [])
  const checkedAt = answered.length === 0 ? null : Math.max(...answered)
  // A venue that is closed has no market time of its own: it goes on answering.
  const now = Math.max(marketNow, checkedAt ?? 0)
  const relevant = [...statements, ...cautions]
    .filter((statement) => isRelevant(statement, about, now))
    .map((statement) => relevantStatement(about.venue, statement))
    .sort((a, b) => b.at - a.at)
  const isHere = ({ base, quote }: ImpairedPair | RecentChange) =>
    base === about.base && quote === about.quote
  const kinds = (list: Official['checks']) => [...new Set(list.map(({ what }) => what))]
  const failedSources = kinds(checks.filter(({ reason }) => reason !== null))
  const told = kinds(checks.filter(({ at }) => at !== null))
  const still = told.filter((kind) => !failedSources.includes(kind))
  return {
    statements: relevant,
    closing: relevant.find(({ statement }) => closesVenue(statement)) ?? null,
    apiKeys: relevant.find(({ statement }) => statement.what === 'api-keys') ?? null,
    suspended: suspended.find(({ asset }) => asset === about.base) ?? null,
    impaired: impaired.find(isHere) ?? null,
    recentChange: recentChanges.find(isHere) ?? null,
    checkedAt,
    answeredSources: still.length > 0 ? still : told,
    failedSources,
    venuePages: (siteOf(about.venue)?.ownHosts ?? [])
      .slice(0, 2)
      .map((host) => statementSource(about.venue, `https://${host}/`, host)),
    now,
  }
}

/** Whether anything was said of what began at that time (ms): since then, or it holds now. */
export function hasStatementSince({ statements }: OfficialSummary, startedAt: number): boolean {
  return statements.some(
    ({ statement, at }) => at >= startedAt || (statement.via === 'status' && holds(statement)),
  )
}

const statementTime = ({ begin, seenAt }: Statement) => begin ?? seenAt

function isRelevant(statement: Statement, { base, symbol }: StatementSubject, now: number): boolean {
  const { scope, what, market, via, end } = statement
  if (market !== undefined) return false
  if (scope === 'pair') return symbol !== null && statement.symbol === symbol
  if (scope === 'asset') return base !== null && statement.assets.includes(base)
  if (!venueWideTopics.includes(what)) return false
  return via === 'status' || end !== undefined || now - statementTime(statement) < announcementMaxAgeMs
}

function relevantStatement(venue: string, statement: Statement): RelevantStatement {
  const { url, source } = statement
  return { statement, at: statementTime(statement), source: statementSource(venue, url, hostOf(source)) }
}

/** @param host what is named where the address is not surely the venue's own */
function statementSource(venue: string, url: string | undefined, host: string): StatementSource {
  const link = ownLink(venue, url)
  return { host: link === null ? host : hostOf(link), link }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')
