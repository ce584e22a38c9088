import { expect, test } from 'vitest'
import { createPeerPrices } from '../../../src/background/venues/peer-prices.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { contractQuotes } from '../../../src/detect/perpetual/contract-quotes.ts'
import type { SpotPrice } from '../../../src/detect/recording/engine-input.ts'
import { ContractMarket, type ContractStep } from '../../detect/perpetual/contract-market.ts'

const ids = ['bybit', 'okx', 'gate', 'bitget'].map((id) => `${id}-perpetual`)

/** Perpetual markets of four exchanges on which the same coins trade, compared as the background does. */
class Exchanges {
  readonly markets = ids.map((venue) => new ContractMarket(12, { venue, turnover: 200_000 }))
  readonly silent = new Set<string>()
  private readonly tick = createPeerPrices(
    () =>
      this.markets.map(
        (market, i) =>
          ({
            exchange: { id: ids[i] },
            engine: market.engine,
            state: () => ({ receivedAt: this.silent.has(ids[i]!) ? 0 : market.at }),
            takePeers: (prices: readonly SpotPrice[]) =>
              market.play({ kind: 'peers', prices, at: market.at }),
          }) as unknown as Venue,
      ),
    () => ({}),
  )

  step(
    afterMs: number,
    drawn: (market: ContractMarket, i: number) => Readonly<Record<string, ContractStep>>,
  ): void {
    this.markets.forEach((market, i) => market.step(afterMs, drawn(market, i)))
    this.tick(this.markets[0]!.at)
  }

  calm(minutes: number): this {
    for (let i = 0; i < minutes * 6; i++) this.step(10_000, () => ({}))
    return this
  }

  /** Every sign of every card, by exchange. */
  signs(): readonly (readonly string[])[] {
    return this.markets.map(({ changes, engine }) =>
      [...changes, ...openEpisodes(engine)].flatMap(({ evidence }) => evidence.map(({ sign }) => sign)),
    )
  }
}

/** The first contract of the first exchange is 5 % above the others, with its mark; its coin is not. */
const pushed = (price: number) => (_: ContractMarket, i: number) => ({
  SYSUSDT: { last: price * (i === 0 ? 1.05 : 1), mark: price * (i === 0 ? 1.05 : 1), index: price },
})

test('a contract apart from those of other exchanges is told there, with how far, and nowhere else', () => {
  const all = new Exchanges().calm(40)
  const { price } = all.markets[0]!.contracts[0]!
  for (let i = 0; i < 120; i++) all.step(1000, pushed(price))
  const [here, ...others] = all.markets
  const [episode] = openEpisodes(here!.engine)
  expect(episode).toMatchObject({ symbol: 'SYSUSDT', tier: 'danger' })
  expect([episode!.kind, ...episode!.also]).toContain('perp-gap')
  const found = episode!.evidence.find(({ sign }) => sign === 'peer-gap')!
  expect(found.value).toBeCloseTo(0.05, 3)
  expect(found.usual).toBeLessThan(0.002)
  expect(found.windowMs).toBeGreaterThanOrEqual(60_000)
  expect(others.flatMap(({ changes }) => changes)).toEqual([])
})

test('it is told where its own mark and index say nothing', () => {
  const all = new Exchanges().calm(40)
  const { price } = all.markets[0]!.contracts[0]!
  for (let i = 0; i < 90; i++)
    all.step(1000, (_, at) => {
      const last = price * (at === 0 ? 1.009 : 1)
      return { SYSUSDT: { last, mark: last, index: last } }
    })
  const [episode] = openEpisodes(all.markets[0]!.engine)
  expect(episode).toMatchObject({ kind: 'perp-gap', tier: 'notice' })
  expect(episode!.evidence.map(({ sign }) => sign)).toEqual(['peer-gap'])
})

test('a cascade on all of them is none of it', () => {
  const all = new Exchanges().calm(40)
  for (let i = 1; i <= 300; i++)
    all.step(1000, ({ contracts }, at) =>
      Object.fromEntries(
        contracts.map(({ symbol, price }, k) => {
          // Uneven, as in life: each falls in steps of its own, a little before or behind the others.
          const last =
            price *
            Math.exp(
              -0.0006 - 0.00002 * (k % 5) - (i % 4 === at ? 0.002 : i % 4 === (at + 2) % 4 ? -0.002 : 0),
            )
          return [
            symbol,
            { last, mark: last * 1.004, index: last * 1.006, times: 12, longs: 15_000 },
          ] as const
        }),
      ),
    )
  expect(all.signs().flat()).not.toContain('peer-gap')
  expect(all.signs()[0]).toContain('longs-liquidated')
})

test('what always stands apart by a little does so without a word', () => {
  const all = new Exchanges()
  for (let i = 0; i < 500; i++)
    all.step(10_000, ({ contracts }, at) =>
      at === 0
        ? Object.fromEntries(
            contracts.map(({ symbol }, k) => {
              const there = all.markets[1]!.contracts[k]!.price * 1.003
              return [symbol, { last: there, mark: there, index: there / 1.003 }] as const
            }),
          )
        : {},
    )
  expect(all.signs().flat()).not.toContain('peer-gap')
})

test('an exchange that is not heard is compared with none', () => {
  const all = new Exchanges().calm(40)
  const { price } = all.markets[0]!.contracts[0]!
  for (const id of ids.slice(1, 3)) all.silent.add(id)
  for (let i = 0; i < 120; i++) all.step(1000, pushed(price))
  expect(all.signs().flat()).not.toContain('peer-gap')
})

test('a contract stands at its mark where nothing is traded, and without an index at nothing', () => {
  const market = new ContractMarket(3, { turnover: 0.01 })
  market.calm(10)
  market.step(1000, { SYSUSDT: { mark: 90 } })
  const quotes = () => contractQuotes(market.engine.data, market.engine.perpetual)
  expect(quotes()[0]).toMatchObject({ venue: 'bybit-perpetual', symbol: 'SYSUSDT', base: 'SYS', price: 90 })
  market.engine.perpetual!.tables.indexAt.fill(0)
  expect(quotes()).toEqual([])
  market.engine.perpetual = null
  expect(quotes()).toEqual([])
})
