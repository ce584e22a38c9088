import type { adlRisks } from '../../../src/market/derivative.ts'
import type { Side } from '../../../src/market/trade.ts'
import { within } from './events.ts'
import type { Listing } from './listing.ts'
import type { Market } from './market.ts'
import type { VenueMarket } from './venue-market.ts'

/** What a perpetual market tells of one contract besides its trading. Prices are quote per base. */
export interface ContractTerms {
  readonly mark: number
  readonly index: number
  /** A fraction per interval. */
  readonly fundingRate: number
  readonly intervalH: number
  /** ms UTC. */
  readonly nextFundingAt: number
  /** Units of the base, one side. */
  readonly openInterest: number
  readonly adlRisk: (typeof adlRisks)[number]
  readonly isDislocated: boolean
}

/** A position that the venue closed. */
export interface SimulatedLiquidation {
  readonly listing: Listing
  /** Of the closing order. */
  readonly side: Side
  readonly price: number
  /** Units of the base. */
  readonly amount: number
  /** ms UTC. */
  readonly at: number
}

/** The contracts of a simulated perpetual market: a listing each, on the tape of the coin's spot market. */
export interface ContractMarket {
  termsOf(listing: Listing): ContractTerms
  /** What was liquidated since it was last asked: at most one order a contract and second. */
  takeLiquidations(): readonly SimulatedLiquidation[]
}

const hourMs = 3_600_000
const intervalH = 8
/** What exchanges charge where a contract trades at its index, a fraction per eight hours. */
export const usualFunding = 0.0001
/** The mark follows the last price in about a minute: the mean of so many prices so far apart, ms. */
const markSamples = 4
const markStepMs = 20_000
/** Usual open interest: so much of a day's volume. */
const usualOpenInterest = 0.4

/** Opens the contracts of a perpetual market's view. */
export function openContracts(market: Market, { venue, listings }: VenueMarket): ContractMarket {
  const positions = (market.events.positions ?? []).filter((each) => each.venue === venue)
  const positionOf = (base: string, at: number) =>
    positions.find((each) => each.base === base && within([each], at))
  const bases = new Set(positions.map(({ base }) => base))
  const watched = listings.filter(({ base }) => bases.has(base))
  const openInterests = new Map<Listing, number>()
  let takenAt = market.now

  /** Fixed at first sight: a day's volume moves with every trade, and what is held does not. */
  function usualOpenInterestOf(listing: Listing): number {
    const known = openInterests.get(listing)
    if (known !== undefined) return known
    const usual = Math.max(1, listing.tape.day.base * usualOpenInterest)
    openInterests.set(listing, usual)
    return usual
  }
  return {
    termsOf(listing) {
      const { base, tape, rate } = listing
      const at = market.now
      const position = positionOf(base, at)
      const index = tape.last * rate
      const premiums = Array.from({ length: markSamples }, (_, i) => listing.factor(at - i * markStepMs))
      const premium = premiums.reduce((sum, each) => sum + each, 0) / markSamples
      return {
        mark: listing.markInBand(at) ?? (position?.isMarkHeld ? index : index * premium),
        index,
        fundingRate: position?.funding?.(at) ?? usualFunding,
        intervalH,
        nextFundingAt: (Math.floor(at / (intervalH * hourMs)) + 1) * intervalH * hourMs,
        openInterest: usualOpenInterestOf(listing) * (position?.openInterest?.(at) ?? 1),
        adlRisk: position?.adlRisk?.(at) ?? 'low',
        isDislocated: position?.isDislocated?.(at) ?? false,
      }
    },
    takeLiquidations() {
      const from = Math.floor(takenAt / 1000) + 1
      const until = Math.floor(market.now / 1000)
      if (until >= from) takenAt = market.now
      return watched.flatMap((listing) =>
        Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => (from + i) * 1000).flatMap((at) => {
          const quoteAMinute = positionOf(listing.base, at)?.liquidated?.(at) ?? 0
          if (quoteAMinute === 0) return []
          const price = listing.price(listing.tape.last, at)
          const amount = Math.abs(quoteAMinute) / 60 / price
          return { listing, side: quoteAMinute < 0 ? ('sell' as const) : ('buy' as const), price, amount, at }
        }),
      )
    },
  }
}
