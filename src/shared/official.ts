import { ownLink } from '../exchanges/official/own-link.ts'
import { siteOf } from '../exchanges/registry.ts'
import type { Episode } from '../market/episode.ts'
import type { NoticeTopic } from '../market/notice.ts'
import {
  closesVenue,
  holds,
  type Impaired,
  type Lately,
  type LookKind,
  type Official,
  type Statement,
  type Suspended,
} from '../market/official.ts'

/** A way to the venue's own words. */
export interface Way {
  readonly host: string
  /** Null: it named no address that is surely its own. */
  readonly link: string | null
}

/** A statement that concerns somebody. */
export interface Says {
  readonly statement: Statement
  /** The venue's own time, where it gives one, else when Keiho first read it. ms UTC. */
  readonly at: number
  readonly from: Way
}

/** What is officially known of a pair, or of a whole venue, and where that was looked for. Times are the venue's, ms UTC. */
export interface Known {
  /** Newest first. */
  readonly says: readonly Says[]
  /** What closes the whole venue now: it explains silence. */
  readonly closing: Says | null
  /** What it says of API keys in these days. */
  readonly keys: Says | null
  /** By the venue's own lists. */
  readonly suspended: Suspended | null
  readonly impaired: Impaired | null
  readonly lately: Lately | null
  /** The newest answer of any source; null before the first. */
  readonly lookedAt: number | null
  /** What answers, or if nothing does, what last did; and what is documented and did not when it was asked last. */
  readonly looked: readonly LookKind[]
  readonly missed: readonly LookKind[]
  /** The venue's own pages. */
  readonly pages: readonly Way[]
  /** The venue's clock, ms: ages are counted to it. */
  readonly now: number
}

/** What it is about: a pair of a venue, or with nulls the whole venue. */
export type About = Pick<Episode, 'venue' | 'symbol' | 'base' | 'quote'>

/** What of a whole venue concerns each of its pairs; the rest of its news does not. */
const ofAll: readonly NoticeTopic[] = [
  'maintenance',
  'halt',
  'cancel-only',
  'deposit-suspended',
  'withdrawal-suspended',
  'api-keys',
  'rollback',
]
/** An announcement to all is of these days for so long, ms. */
const newsMs = 2 * 86_400_000

/**
 * Gathers what a venue said about a pair.
 *
 * @param official undefined where nobody listened
 * @param marketNow the venue's clock, ms
 */
export function knownOf(official: Official | undefined, about: About, marketNow: number): Known | null {
  if (!official) return null
  const { looks, statements, cautions, suspended, impaired, lately } = official
  const answered = looks.flatMap(({ at }) => at ?? [])
  const lookedAt = answered.length === 0 ? null : Math.max(...answered)
  // A venue that is closed has no market time of its own: it goes on answering.
  const now = Math.max(marketNow, lookedAt ?? 0)
  const says = [...statements, ...cautions]
    .filter((statement) => concerns(statement, about, now))
    .map((statement) => saysOf(about.venue, statement))
    .sort((a, b) => b.at - a.at)
  const isHere = ({ base, quote }: Impaired | Lately) => base === about.base && quote === about.quote
  const kinds = (list: Official['looks']) => [...new Set(list.map(({ what }) => what))]
  const missed = kinds(looks.filter(({ reason }) => reason !== null))
  const told = kinds(looks.filter(({ at }) => at !== null))
  const still = told.filter((kind) => !missed.includes(kind))
  return {
    says,
    closing: says.find(({ statement }) => closesVenue(statement)) ?? null,
    keys: says.find(({ statement }) => statement.what === 'api-keys') ?? null,
    suspended: suspended.find(({ asset }) => asset === about.base) ?? null,
    impaired: impaired.find(isHere) ?? null,
    lately: lately.find(isHere) ?? null,
    lookedAt,
    looked: still.length > 0 ? still : told,
    missed,
    pages: (siteOf(about.venue)?.ownHosts ?? [])
      .slice(0, 2)
      .map((host) => wayTo(about.venue, `https://${host}/`, host)),
    now,
  }
}

/** Whether anything was said of what began at that time (ms): since then, or it holds now. */
export function isAnswered({ says }: Known, startedAt: number): boolean {
  return says.some(({ statement, at }) => at >= startedAt || (statement.via === 'status' && holds(statement)))
}

const timeOf = ({ begin, seenAt }: Statement) => begin ?? seenAt

function concerns(statement: Statement, { base, symbol }: About, now: number): boolean {
  const { scope, what, market, via, end } = statement
  if (market !== undefined) return false
  if (scope === 'pair') return symbol !== null && statement.symbol === symbol
  if (scope === 'asset') return base !== null && statement.assets.includes(base)
  if (!ofAll.includes(what)) return false
  return via === 'status' || end !== undefined || now - timeOf(statement) < newsMs
}

function saysOf(venue: string, statement: Statement): Says {
  const { url, source } = statement
  return { statement, at: timeOf(statement), from: wayTo(venue, url, hostOf(source)) }
}

/** @param host what is named where the address is not surely the venue's own */
function wayTo(venue: string, url: string | undefined, host: string): Way {
  const link = ownLink(venue, url)
  return { host: link === null ? host : hostOf(link), link }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '')
