import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { requestedSymbol } from '../../src/exchanges/validate/requested-symbol.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import { read, rowsOf } from '../../src/exchanges/validate/read.ts'
import { exchangeOf, exchanges, siteOf, sites } from '../../src/exchanges/registry.ts'
import { samples } from './samples/registry.ts'

// What every exchange must provide. Each failure says what is missing and where it belongs.

const at = 1_700_000_000_000
const pairs = [
  { base: 'SYS', quote: 'BTC' },
  { base: '1INCH', quote: 'USDT' },
  { base: 'BTC', quote: 'JPY' },
]

/** Hosts are either granted at install or requested when the exchange is switched on. */
const declared: { host_permissions: string[]; optional_host_permissions?: string[] } = manifest
const allowedHosts = [...declared.host_permissions, ...(declared.optional_host_permissions ?? [])]
const optionalHosts = declared.optional_host_permissions ?? []
const matchedPages = [...manifest.content_scripts.flatMap((script) => script.matches), ...optionalHosts]

/** Whether a URL begins with one of the match patterns, up to its star. */
const isWithin = (url: string, patterns: readonly string[]) =>
  patterns.some((pattern) => url.startsWith(pattern.replace(/\*$/, '')))

/** A call of each length of a candle, for the last hour. */
const candleCalls = ({ candles }: (typeof exchanges)[number]) =>
  (candles?.intervals ?? []).flatMap(
    (ms) => candles?.calls('SYSBTC', ms, { from: at - 3_600_000, until: at }, at)?.slice(0, 1) ?? [],
  )

test('every exchange has a unique id', () => {
  const ids = exchanges.map((exchange) => exchange.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const exchange of exchanges) expect(exchangeOf(exchange.id)).toBe(exchange)
  expect(exchangeOf('nowhere')).toBeUndefined()
  expect(siteOf('nowhere')).toBeUndefined()
})

test('adapters are short: what several share is one file in wire/', () => {
  const folder = 'src/exchanges'
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  const lengths = sources
    .filter((source) => source.includes('= createExchange('))
    .map((source) => source.trimEnd().split('\n').length)
    .sort((a, b) => a - b)
  expect(lengths).toHaveLength(exchanges.length)
  expect(lengths.at(-1)).toBeLessThanOrEqual(150)
  // The site of a perpetual market stands with that of spot.
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(105)
})

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  test('has its site in the registry', () => {
    const { name, hosts, pages } = exchange
    expect(siteOf(id), `add ${id}Site to the sites of src/exchanges/registry.ts`).toMatchObject({
      name,
      hosts,
      pages,
    })
    expect(sites.filter((site) => site.id === id)).toHaveLength(1)
  })

  test.each(exchange.hosts)('%s is in the manifest', (host) => {
    expect(
      allowedHosts,
      `add ${host} to host_permissions or optional_host_permissions of manifest.json`,
    ).toContain(host)
  })

  test.each(exchange.pages)('%s is a page where the banner can be shown', (page) => {
    expect(matchedPages, `add ${page} to optional_host_permissions of manifest.json`).toContain(page)
  })
})

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  const sample = samples[id]
  const { tickers, trades, official = [] } = exchange
  const polls = [exchange.symbols, tickers, trades.backfill('SYSBTC')]
  const calls = [
    ...polls,
    ...official,
    ...(tickers.furtherCalls ?? []),
    ...(tickers.forPair ? [tickers.forPair('SYSBTC')] : []),
    ...candleCalls(exchange),
  ]

  test('has samples', () => {
    expect(sample, `add test/exchanges/samples/${id}.ts and its line in samples/registry.ts`).toBeDefined()
  })

  test.each(calls)('$kind is requested from a declared host over TLS and has a reader', (call) => {
    expect(isWithin(call.url, exchange.hosts), `${call.url} is on none of the hosts of ${id}`).toBe(true)
    expect(call.url).toMatch(/^https:\/\//)
    expect(call.weight).toBeGreaterThan(0)
    expect(exchange.readers[call.kind], `${id} asks ${call.kind} but has no reader for it`).toBeTypeOf(
      'function',
    )
  })

  test('the URL of trades names the pair, so that it can be found again', () => {
    const listed = sample!.payloads.find(({ kind }) => kind === 'rest.symbols')!.rows[0]!
    const { symbol } = listed as { symbol: string }
    expect(requestedSymbol(exchange, trades.backfill(symbol).url)).toBe(symbol)
    expect(requestedSymbol(exchange, exchange.symbols.url)).toBeUndefined()
  })

  test('streams over TLS', () => {
    for (const stream of [exchange.stream, exchange.trades.stream]) {
      if (stream) expect(stream.url).toMatch(/^wss:\/\//)
    }
  })

  test('polls within its share of the published budget', () => {
    const { budget } = exchange
    expect(budget.weight).toBeGreaterThan(0)
    expect(budget.perMs).toBeGreaterThan(0)
    const round = [tickers, ...(tickers.furtherCalls ?? [])].reduce((sum, { weight }) => sum + weight, 0)
    const share = budget.useInFull ? 1 : 1 / 4
    expect((round * budget.perMs) / tickers.everyMs).toBeLessThan(budget.weight * share)
  })

  test('subscribes to a symbol with a frame that is JSON', () => {
    const at = 1_700_000_000_000
    for (const frame of [trades.subscribe(['SYSBTC'], 7, at), trades.unsubscribe(['SYSBTC'], 7, at)]) {
      expect(JSON.parse(JSON.stringify(frame))).toEqual(frame)
      // Null: there is no frame that stops.
      if (frame !== null) expect(JSON.stringify(frame).toUpperCase()).toContain('SYS')
    }
    expect(trades.subscribe(['SYSBTC'], 7, at)).not.toBeNull()
  })

  // A single ticker in the shape of all tickers needs no sample of its own.
  const own = Object.entries(exchange.readers).filter(
    ([kind, reader]) => kind !== 'rest.ticker' || reader !== exchange.readers['rest.tickers'],
  )

  test.each(own.map(([kind]) => kind as ReadKind))('%s has a sample', (kind) => {
    const kinds = sample?.payloads.map((known) => known.kind)
    expect(kinds, `add a ${kind} payload to test/exchanges/samples/${id}.ts`).toContain(kind)
  })

  test.each(sample?.payloads ?? [])('reads the sample of $kind', ({ kind, payload, rows, requested }) => {
    expect(read(exchange, kind, payload, at, requested)).toEqual({ rows, dropped: 0 })
    if (kind.startsWith('ws.')) expect(exchange.kindOf(payload)).toBe(kind)
  })

  test('messages without data have no kind', () => {
    for (const message of [...(sample?.noData ?? []), null, undefined, 'pong', 7, [], {}]) {
      expect(exchange.kindOf(message)).toBeNull()
    }
  })

  test.each([...polls, ...official])('a refusal of $kind is an error row', ({ kind }) => {
    const reading = read(exchange, kind, sample?.refusal, at)
    expect(rowsOf(reading, 'error')).toHaveLength(1)
    expect(reading.rows).toHaveLength(1)
    expect(rowsOf(reading, 'error')[0]!.message).not.toBe('')
  })

  const itsPairs = pairs.map(({ base, quote }) =>
    exchange.quotes?.includes(quote) === false
      ? { base: base === 'BTC' ? 'ETH' : base, quote: exchange.quotes[0]! }
      : { base, quote },
  )

  test.each(itsPairs)('recognises its own page of $base/$quote', (pair) => {
    for (const locale of ['en', 'ja']) {
      const href = exchange.pageOf(pair, locale)
      expect(exchange.pairOf(href)).toEqual(pair)
      expect(isWithin(href, exchange.pages), `${href} is on none of the pages of ${id}`).toBe(true)
    }
  })

  test.each(sample?.pages ?? [])('finds $base/$quote on $href', ({ href, base, quote }) => {
    expect(exchange.pairOf(href)).toEqual({ base, quote })
  })

  test.each(sample?.otherPages ?? [])('finds no pair on %s', (href) => {
    expect(exchange.pairOf(href)).toBeNull()
  })

  test('finds no pair on the pages of other exchanges', () => {
    for (const other of exchanges) {
      if (other === exchange) continue
      for (const pair of pairs) expect(exchange.pairOf(other.pageOf(pair, 'en'))).toBeNull()
    }
  })
})
