import { createExchange, type ExchangePlan } from '../create-exchange.ts'
import type { Exchange, PerpetualFeed, Site } from '../exchange.ts'

/** All of a perpetual market but its site, as an adapter describes it. */
type PerpetualPlan = Omit<ExchangePlan, 'readers' | 'kindOf' | 'refusal' | 'requestedSymbol' | 'perpetual'> &
  Pick<PerpetualFeed, 'market'> &
  Partial<PerpetualFeed>

/**
 * A perpetual market as a venue. Its site is the `perpetual` of its exchange's; the rest is a function for the reason
 * that `createExchange` gives.
 */
/*#__NO_SIDE_EFFECTS__*/
export function createPerpetual(site: Site, rest: () => PerpetualPlan): Exchange {
  return createExchange(site.perpetual ?? site, () => {
    const { market, polls = [], classes, streams, ...plan } = rest()
    const { kindOf, refusal, requestedSymbol } = market
    return {
      ...plan,
      kindOf,
      ...(refusal && { refusal }),
      ...(requestedSymbol && { requestedSymbol }),
      readers: {},
      perpetual: { market, polls, ...(classes && { classes }), ...(streams && { streams }) },
    }
  })
}
