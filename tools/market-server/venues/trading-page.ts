import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { VenueMarket } from '../market/venue-market.ts'
import { perpetuals, siteOf } from '../../../src/exchanges/registry.ts'
import { pairList, pairView } from './page-data.ts'
import { pageFile } from './page-file.ts'
import type { Call, Reply } from './simulated-venue.ts'
import { jsonReply, notFound } from './simulated-venue.ts'

// At least as strict as a real page's policy: scripts and styles are files, nothing is inline.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' wss:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const html = 'text/html; charset=utf-8'

/**
 * The simulated trading page of a venue, at every URL in which the exchange sees a pair or a
 * perpetual contract of its coin; its files and data
 * under `/local/`, the venue's statements at URLs that end in their code.
 *
 * @returns answers a call, or null where it is for something else
 */
export function tradingPageHandler(
  venueMarket: VenueMarket,
  exchange: Exchange,
): (call: Call) => Reply | null {
  const hosts = exchange.pages.map((pattern) => new URL(pattern.replace('*', '')).host)
  const hashed = hashPaths(venueMarket, exchange)
  return (call) => {
    const { host, path, query } = call
    if (call.method !== 'GET' || !hosts.includes(host)) return null
    const data = dataReply(venueMarket, exchange, call)
    if (data) return data
    const file = path.startsWith('/local/') ? pageFile(path.slice('/local/'.length)) : null
    if (file) return text(file.body, file.type)
    const search = query.size > 0 ? `?${query.toString()}` : ''
    if (exchange.shownOn(`https://${host}${path}${search}`) || hashed.has(path))
      return text(trading(exchange.name), html)
    const statement = venueMarket.official.statements().find(({ code }) => path.endsWith(`/${code}`))
    return statement
      ? text(
          `<!doctype html><title>${statement.title}</title><h1>${statement.title}</h1><p>${statement.body}`,
          html,
        )
      : null
  }
}

const trading = (name: string): string => (pageFile('trade.html')?.body ?? '').replaceAll('{venue}', name)

/** Paths whose pair is in the URL fragment, which no server sees. */
function hashPaths(venueMarket: VenueMarket, exchange: Exchange): ReadonlySet<string> {
  const [listing] = venueMarket.listings
  const markets = [exchange, siteOf(exchange.id)?.perpetual]
  const pages = listing
    ? markets.flatMap((market) => ['en', 'ja'].flatMap((locale) => market?.pageOf(listing, locale) ?? []))
    : []
  const addresses = pages.map((page) => new URL(page)).filter(({ hash }) => hash !== '')
  return new Set(addresses.map(({ pathname }) => pathname))
}

/**
 * What the pages of perpetual contracts show: the contract's own prices and list. They are on the hosts of the spot
 * market, whose handler knows nothing of contracts.
 *
 * @param venueMarkets every venue that is simulated, by id
 * @returns answers a call for the data of such a page, or null where it is for something else
 */
export function contractPageHandler(
  venueMarkets: ReadonlyMap<string, VenueMarket>,
): (call: Call) => Reply | null {
  return (call) => {
    const href = call.query.get('href') ?? ''
    const exchange = perpetuals.find((each) => each.shownOn(href)?.market === 'perpetual')
    const venueMarket = exchange && venueMarkets.get(exchange.id)
    return venueMarket ? dataReply(venueMarket, exchange, call) : null
  }
}

/** The data of a page, or null where the call is for something else. */
function dataReply(venueMarket: VenueMarket, exchange: Exchange, { path, query }: Call): Reply | null {
  if (path === '/local/pairs')
    return jsonReply(pairList(venueMarket, exchange, query.get('locale') ?? 'en'), 0)
  return path === '/local/view' ? viewReply(venueMarket, exchange, query) : null
}

function viewReply(venueMarket: VenueMarket, exchange: Exchange, query: URLSearchParams): Reply {
  const pair = exchange.shownOn(query.get('href') ?? '')
  const listing = pair && venueMarket.listingOf(pair.base, pair.quote)
  return listing ? jsonReply(pairView(venueMarket, listing, Number(query.get('minutes') ?? 5)), 0) : notFound
}

const text = (body: string, type: string): Reply => ({
  status: 200,
  headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  body,
  weight: 0,
})
