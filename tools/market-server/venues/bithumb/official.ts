import type { VenueTrade } from '../../market/venue-trades.ts'
import type { VenueMarket } from '../../market/venue-market.ts'

const dayMs = 86_400_000

/** A time as Bithumb writes it: Korean time without a zone. */
const korean = (at: number): string =>
  new Date(at + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** Trade ids are snowflakes beyond 2^53, so that JSON readers see fills of one moment under one number. */
export const sequenceOf = ({ at, id }: VenueTrade): number => at * 2 ** 20 + (id % 4_096)

/** The warning scheme Korean exchanges publish: a gap to other venues of 10, 20 and 30 %. */
const stepOf = (gap: number): string | null =>
  gap >= 0.3 ? 'DANGER' : gap >= 0.2 ? 'WARNING' : gap >= 0.1 ? 'CAUTION' : null

/** `GET /v1/market/virtual_asset_warning`: price gaps to other venues, and moves by half within a day. */
export function warnings(venueMarket: VenueMarket): unknown {
  const end = korean(venueMarket.now + dayMs)
  return venueMarket.listings.flatMap((listing) => {
    const { open, last } = venueMarket.stats24h(listing)
    const priceGap = stepOf(Math.abs(listing.factor(venueMarket.now) - 1))
    const moved = open > 0 && Math.abs(last / open - 1) >= 0.5 ? 'CAUTION' : null
    return [
      { type: 'PRICE_DIFFERENCE_HIGH', step: priceGap },
      { type: 'PRICE_SUDDEN_FLUCTUATION', step: moved },
    ].flatMap(({ type, step }) =>
      step ? [{ market: listing.symbol, warning_type: type, warning_step: step, end_date: end }] : [],
    )
  })
}

/** `GET /v1/notices`: announcements, newest first. */
export const notices = (venueMarket: VenueMarket, max: number): unknown =>
  venueMarket.official
    .statements()
    .slice(0, max)
    .map(({ title, code, at, kind }) => ({
      categories: [kind === 'listing' ? '신규서비스' : kind === 'delisting' ? '거래지원종료' : '안내'],
      title,
      pc_url: `https://www.bithumb.com/notice/${code}`,
      published_at: korean(at),
      modified_at: korean(at),
    }))

/** `GET /public/assetsstatus/multichain/ALL`: one row a chain; every coin has one chain here. */
export const transfers = (venueMarket: VenueMarket): unknown =>
  venueMarket.assets.map((asset) => {
    const { deposit, withdrawal } = venueMarket.official.transfers(asset)
    return {
      currency: asset,
      net_type: asset,
      deposit_status: Number(deposit),
      withdrawal_status: Number(withdrawal),
    }
  })
