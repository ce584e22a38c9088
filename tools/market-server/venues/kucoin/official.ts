import type { VenueMarket } from '../../market/venue-market.ts'

/** `GET /api/v1/status`. */
export const status = ({ official }: VenueMarket): unknown =>
  official.maintenance().some(({ state }) => state === 'ongoing')
    ? { status: 'close', msg: 'upgrade match engine' }
    : { status: 'open', msg: '' }

/** `GET /api/v3/announcements`. */
export function announcements({ official }: VenueMarket): unknown {
  const types = { news: 'maintenance-updates', listing: 'new-listings', delisting: 'delistings' }
  const items = official.statements().map(({ title, body, code, at, kind }) => ({
    annId: Number.parseInt(code.slice(0, 7), 16),
    annTitle: title,
    annType: [types[kind], 'latest-announcements'],
    annDesc: body,
    cTime: at,
    language: 'en_US',
    annUrl: `https://www.kucoin.com/announcement/${code}`,
  }))
  return { totalNum: items.length, totalPage: 1, currentPage: 1, pageSize: 50, items }
}

/** An entry of `GET /api/v3/currencies`. */
export const currency = (name: string, moves: { deposit: boolean; withdrawal: boolean }): unknown => ({
  currency: name,
  name,
  fullName: name,
  precision: 8,
  isMarginEnabled: false,
  chains: [
    {
      chainName: name,
      chainId: name.toLowerCase(),
      isDepositEnabled: moves.deposit,
      isWithdrawEnabled: moves.withdrawal,
      confirms: 12,
    },
  ],
})
