import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { requestedSymbol } from '../../src/exchanges/validate/requested-symbol.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import { read, rowsOf } from '../../src/exchanges/validate/read.ts'
import { exchangeOf, exchanges, siteOf, sites } from '../../src/exchanges/registry.ts'
import { samples } from './samples/registry.ts'

// What every exchange must bring. Each failure says what is missing and where it goes.

const at = 1_700_000_000_000
const pairs = [
  { base: 'SYS', quote: 'BTC' },
  { base: '1INCH', quote: 'USDT' },
  { base: 'BTC', quote: 'JPY' },
]

/** Manifest of today: all hosts are either asked for at install or when the venue is switched on. */
const declared: { host_permissions: string[]; optional_host_permissions?: string[] } = manifest
const allowedHosts = [...declared.host_permissions, ...(declared.optional_host_permissions ?? [])]
const optionalHosts = declared.optional_host_permissions ?? []
const matchedPages = [...manifest.content_scripts.flatMap((script) => script.matches), ...optionalHosts]

/** `https://host/path` as a match pattern's prefix: everything before the star. */
const isWithin = (url: string, patterns: readonly string[]) =>
  patterns.some((pattern) => url.startsWith(pattern.replace(/\*$/, '')))

test('every exchange has its own id', () => {
  const ids = exchanges.map((exchange) => exchange.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const exchange of exchanges) expect(exchangeOf(exchange.id)).toBe(exchange)
  expect(exchangeOf('nowhere')).toBeUndefined()
  expect(siteOf('nowhere')).toBeUndefined()
})

test('adapters are short: what several share belongs into one place', () => {
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
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
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

  test.each(exchange.pages)('%s is one where the banner can be', (page) => {
    expect(matchedPages, `add ${page} to optional_host_permissions of manifest.json`).toContain(page)
  })
})

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  const sample = samples[id]
  const { tickers, trades, official = [] } = exchange
  const asking = [exchange.symbols, tickers, trades.backfill('SYSBTC')]
  const calls = [
    ...asking,
    ...official,
    ...(tickers.furtherCalls ?? []),
    ...(tickers.forPair ? [tickers.forPair('SYSBTC')] : []),
  ]

  test('has samples', () => {
    expect(sample, `add test/exchanges/samples/${id}.ts and its line in samples/registry.ts`).toBeDefined()
  })

  test.each(calls)('$kind is asked of a declared host over TLS and read', (call) => {
    expect(isWithin(call.url, exchange.hosts), `${call.url} is on none of the hosts of ${id}`).toBe(true)
    expect(call.url).toMatch(/^https:\/\//)
    expect(call.weight).toBeGreaterThan(0)
    expect(exchange.readers[call.kind], `${id} asks ${call.kind} but has no reader for it`).toBeTypeOf(
      'function',
    )
  })

  test('names the pair in the address of its trades so that it can be found again', () => {
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

  test('lives within its share of the published budget', () => {
    const { budget } = exchange
    expect(budget.weight).toBeGreaterThan(0)
    expect(budget.perMs).toBeGreaterThan(0)
    const round = [tickers, ...(tickers.furtherCalls ?? [])].reduce((sum, { weight }) => sum + weight, 0)
    const share = budget.useInFull ? 1 : 1 / 4
    expect((round * budget.perMs) / tickers.everyMs).toBeLessThan(budget.weight * share)
  })

  test('subscribes each symbol by a frame that JSON can carry', () => {
    for (const frame of [trades.subscribe(['SYSBTC'], 7), trades.unsubscribe(['SYSBTC'], 7)]) {
      expect(JSON.parse(JSON.stringify(frame))).toEqual(frame)
      // Null: the venue knows no way to stop.
      if (frame !== null) expect(JSON.stringify(frame).toUpperCase()).toContain('SYS')
    }
    expect(trades.subscribe(['SYSBTC'], 7)).not.toBeNull()
  })

  // One pair's ticker in the shape of all needs no sample of its own.
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

  test('hears nothing in messages that say nothing', () => {
    for (const message of [...(sample?.noData ?? []), null, undefined, 'pong', 7, [], {}]) {
      expect(exchange.kindOf(message)).toBeNull()
    }
  })

  test.each([...asking, ...official])('a refusal of $kind is an error row', ({ kind }) => {
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

  test.each(itsPairs)('knows its own page of $base/$quote', (pair) => {
    for (const locale of ['en', 'ja']) {
      const href = exchange.pageOf(pair, locale)
      expect(exchange.pairOf(href)).toEqual(pair)
      expect(isWithin(href, exchange.pages), `${href} is on none of the pages of ${id}`).toBe(true)
    }
  })

  test.each(sample?.pages ?? [])('sees $base/$quote on $href', ({ href, base, quote }) => {
    expect(exchange.pairOf(href)).toEqual({ base, quote })
  })

  test.each(sample?.otherPages ?? [])('sees no pair on %s', (href) => {
    expect(exchange.pairOf(href)).toBeNull()
  })

  test('is named only where a pair of it is shown', () => {
    for (const other of exchanges) {
      if (other === exchange) continue
      for (const pair of pairs) expect(exchange.pairOf(other.pageOf(pair, 'en'))).toBeNull()
    }
  })
})
