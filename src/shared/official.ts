import { marketOf } from '../market/venue-id.ts'
import { ownLink } from '../exchanges/official/own-link.ts'
import { siteOf } from '../exchanges/registry.ts'
import type { Episode } from '../market/episode.ts'
import type {
  ImpairedPair,
  RecentChange,
  SourceKind,
  Official,
  Statement,
  SuspendedAsset,
} from '../market/official.ts'
import { closesVenue, concerns, holds, isSameCoin, saidAt } from '../market/statement-meaning.ts'

/** Where to read a statement at the venue. */
export interface StatementSource {
  readonly host: string
  /** Null if there is no URL that certainly belongs to the venue. */
  readonly link: string | null
}

/** A statement that concerns a pair or a whole venue. */
export interface RelevantStatement {
  readonly statement: Statement
  /** When it was said: time given by the venue, otherwise when Keiho first read it, ms UTC. */
  readonly at: number
  readonly source: StatementSource
}

/** What a venue officially states about a pair or itself, and which sources were checked. Venue time, ms UTC. */
export interface OfficialSummary {
  /** Newest first. */
  readonly statements: readonly RelevantStatement[]
  /** Statement that closes the whole venue now: explains missing data. */
  readonly closing: RelevantStatement | null
  /** Recent statement about API keys. */
  readonly apiKeys: RelevantStatement | null
  /** From the venue's lists of assets and pairs. */
  readonly suspended: SuspendedAsset | null
  readonly impaired: ImpairedPair | null
  readonly recentChange: RecentChange | null
  /** Latest answer of any source; null before the first. */
  readonly checkedAt: number | null
  /** Sources that answer; if none does, those that once did. */
  readonly answeredSources: readonly SourceKind[]
  /** Documented sources whose last request failed. */
  readonly failedSources: readonly SourceKind[]
  /** Official web pages of the venue. */
  readonly venuePages: readonly StatementSource[]
  /** Venue time, ms: reference for ages. */
  readonly now: number
}

/** What statements are looked up for: a pair of a venue, or the whole venue if the other fields are null. */
export type StatementSubject = Pick<Episode, 'venue' | 'symbol' | 'base' | 'quote'>

/**
 * Collects what a venue states about a pair or itself.
 *
 * @param official undefined if the venue is not followed
 * @param marketNow venue time, ms
 * @returns null if the venue is not followed
 */
export function officialSummaryOf(
  official: Official | undefined,
  about: StatementSubject,
  marketNow: number,
): OfficialSummary | null {
  if (!official) return null
  const { checks, statements, cautions, suspended, impaired, recentChanges } = official
  const answerTimes = checks.flatMap(({ at }) => at ?? [])
  const checkedAt = answerTimes.length === 0 ? null : Math.max(...answerTimes)
  // The market time of a closed venue stands still, but its sources go on answering.
  const now = Math.max(marketNow, checkedAt ?? 0)
  const relevant = [...statements, ...cautions]
    .filter((statement) => concerns(statement, about, now))
    .map((statement) => relevantStatement(about.venue, statement))
    .sort((a, b) => b.at - a.at)
  // What an exchange says of its pairs it says of its spot market.
  const isSubject = ({ base, quote }: ImpairedPair | RecentChange) =>
    marketOf(about.venue) === 'spot' && base === about.base && quote === about.quote
  const kinds = (list: Official['checks']) => [...new Set(list.map(({ what }) => what))]
  const failedSources = kinds(checks.filter(({ reason }) => reason !== null))
  const answeredOnce = kinds(checks.filter(({ at }) => at !== null))
  const answering = answeredOnce.filter((kind) => !failedSources.includes(kind))
  return {
    statements: relevant,
    closing: relevant.find(({ statement }) => closesVenue(statement)) ?? null,
    apiKeys: relevant.find(({ statement }) => statement.what === 'api-keys') ?? null,
    suspended: suspended.find(({ asset }) => isSameCoin(asset, about.base ?? '')) ?? null,
    impaired: impaired.find(isSubject) ?? null,
    recentChange: recentChanges.find(isSubject) ?? null,
    checkedAt,
    answeredSources: answering.length > 0 ? answering : answeredOnce,
    failedSources,
    venuePages: (siteOf(about.venue)?.ownHosts ?? [])
      .slice(0, 2)
      .map((host) => statementSource(about.venue, `https://${host}/`, host)),
    now,
  }
}

/** Whether there is a statement since a time (ms), or a status that holds now. */
export function hasStatementSince({ statements }: OfficialSummary, startedAt: number): boolean {
  return statements.some(
    ({ statement, at }) => at >= startedAt || (statement.via === 'status' && holds(statement)),
  )
}

function relevantStatement(venue: string, statement: Statement): RelevantStatement {
  const { url, source } = statement
  return { statement, at: saidAt(statement), source: statementSource(venue, url, hostOf(source)) }
}

/** @param host shown if the URL does not certainly belong to the venue */
function statementSource(venue: string, url: string | undefined, host: string): StatementSource {
  const link = ownLink(venue, url)
  return { host: link === null ? host : hostOf(link), link }
}

/** The host of an address; empty where it is none. */
export const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')
