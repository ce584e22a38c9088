import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { Shelf } from '../market/shelf.ts'
import { pairList, pairView } from './page-data.ts'
import { pageFile } from './page-file.ts'
import type { Call, Reply } from './venue.ts'
import { jsonReply, notFound } from './venue.ts'

// As strict as a real page's and stricter: scripts and styles are files, nothing is inline.
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

const HTML = 'text/html; charset=utf-8'

/**
 * The played trading page of a venue, at every address in which the exchange sees a pair; its files
 * and data under `/local/`, the venue's statements at addresses that end in their code.
 *
 * @returns answers a call, or null where it is for something else
 */
export function tradingPageDesk(shelf: Shelf, exchange: Exchange): (call: Call) => Reply | null {
  const hosts = exchange.pages.map((pattern) => new URL(pattern.replace('*', '')).host)
  const hashed = hashPaths(shelf, exchange)
  return (call) => {
    const { host, path, query } = call
    if (call.method !== 'GET' || !hosts.includes(host)) return null
    if (path === '/local/pairs') return jsonReply(pairList(shelf, exchange, query.get('locale') ?? 'en'), 0)
    if (path === '/local/view') return viewReply(shelf, exchange, query)
    const file = path.startsWith('/local/') ? pageFile(path.slice('/local/'.length)) : null
    if (file) return text(file.body, file.type)
    const search = query.size > 0 ? `?${query.toString()}` : ''
    if (exchange.pairOf(`https://${host}${path}${search}`) || hashed.has(path))
      return text(trading(exchange.name), HTML)
    const said = shelf.official.statements().find(({ code }) => path.endsWith(`/${code}`))
    return said
      ? text(`<!doctype html><title>${said.title}</title><h1>${said.title}</h1><p>${said.body}`, HTML)
      : null
  }
}

const trading = (name: string): string => (pageFile('trade.html')?.body ?? '').replaceAll('{venue}', name)

/** Paths whose pair stands behind the hash, which no server sees. */
function hashPaths(shelf: Shelf, exchange: Exchange): ReadonlySet<string> {
  const [good] = shelf.goods
  const pages = good ? ['en', 'ja'].map((locale) => new URL(exchange.pageOf(good, locale))) : []
  return new Set(pages.filter(({ hash }) => hash !== '').map(({ pathname }) => pathname))
}

function viewReply(shelf: Shelf, exchange: Exchange, query: URLSearchParams): Reply {
  const pair = exchange.pairOf(query.get('href') ?? '')
  const good = pair && shelf.of(pair.base, pair.quote)
  return good ? jsonReply(pairView(shelf, good, Number(query.get('minutes') ?? 5)), 0) : notFound
}

const text = (body: string, type: string): Reply => ({
  status: 200,
  headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  body,
  weight: 0,
})
