import { describe, expect, test } from 'vitest'
import { emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import { takeReply } from '../../../src/exchanges/official/take-reply.ts'
import { exchangeOf, exchanges } from '../../../src/exchanges/registry.ts'
import { samples } from '../samples/registry.ts'

const now = 1_700_000_000_000
const TEN_MINUTES = 600_000

describe.each(exchanges.map((exchange) => [exchange.id, exchange] as const))('%s', (id, exchange) => {
  const sources = officialSources(exchange)

  test('has one source per URL, the list of pairs among them', () => {
    expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length)
    const kinds = sources.flatMap(({ kind, furtherKinds = [] }) => [kind, ...furtherKinds])
    expect(kinds).toContain('rest.symbols')
    for (const { kind } of exchange.official ?? []) expect(kinds).toContain(kind)
  })

  test('is polled rarely, and undocumented sources even less', () => {
    for (const { everyMs, documented } of sources)
      expect(everyMs).toBeGreaterThanOrEqual(documented ? 60_000 : TEN_MINUTES)
    const { weight, perMs, useInFull } = exchange.budget
    const spent = sources.reduce((sum, source) => sum + (source.weight * perMs) / source.everyMs, 0)
    expect(spent).toBeLessThan(weight * (useInFull ? 0.1 : 0.03))
  })

  test.each(samples[id]!.payloads)(
    'a reply of $kind is applied to the official state',
    ({ kind, payload, rows, requested }) => {
      const source = sources.find((one) => one.kind === kind || one.furtherKinds?.includes(kind))
      if (!source) return
      const only = { ...source, kind, furtherKinds: [] }
      const { state, dropped } = takeReply(exchange, emptyOfficialState(id), only, payload, now, requested)
      expect(dropped).toBe(0)
      expect(state.official.checks).toMatchObject([{ source: source.url, at: now, reason: null }])
      const { statements, cautions, suspended, impaired } = state.official
      const count = [...statements, ...cautions, ...suspended, ...impaired].length
      const expected = rows.some(
        (row) =>
          (row.type === 'notice' && row.state !== 'over' && (row.begin ?? now) > now - 86_400_000) ||
          (row.type === 'asset' && (row.deposit === false || row.withdrawal === false)) ||
          (row.type === 'symbol' && row.state !== 'trading' && row.state !== 'delisted'),
      )
      if (expected) expect(count).toBeGreaterThan(0)
    },
  )

  test('a refusal or a reply of another shape changes nothing', () => {
    for (const source of sources) {
      for (const odd of [samples[id]!.refusal, 'a page', null, 7, {}, [{}]]) {
        const { state } = takeReply(exchange, emptyOfficialState(id), source, odd, now)
        const { statements, suspended, impaired, checks } = state.official
        expect([statements, suspended, impaired]).toEqual([[], [], []])
        for (const look of checks) expect(look.at).toBeNull()
        expect(checks.some(({ reason }) => reason !== null)).toBe(source.documented)
      }
    }
  })
})

test('pairs are requested one by one where no reply covers all', () => {
  const single = exchanges.flatMap((exchange) =>
    officialSources(exchange).flatMap(({ forPair }) => forPair?.('xrp_jpy').url ?? []),
  )
  expect(single).toEqual([
    'https://public.bitbank.cc/xrp_jpy/circuit_break_info',
    'https://api.bitflyer.com/v1/getboardstate?product_code=xrp_jpy',
  ])
})

test("Binance's announcements are read and link to their pages", () => {
  const binance = exchangeOf('binance')!
  const announcements = officialSources(binance).find(({ kind }) => kind === 'rest.announcements')!
  expect(announcements).toMatchObject({ documented: false, everyMs: TEN_MINUTES })
})
