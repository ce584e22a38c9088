import { bitflyerSite } from '../../bitflyer.ts'
import { bitflyerFeeds, bitflyerGet } from '../../wire/bitflyer-wire.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { bitflyerPerpetual } from '../venues/bitflyer.ts'

// bitFlyer Crypto CFD: https://lightning.bitflyer.com/docs. It has one product, and publishes neither mark nor index, open
// interest, liquidations or candles.

const product = 'FX_BTC_JPY'
const funding = bitflyerGet('rest.funding', 'getfundingrate')

export const bitflyerPerpetualMarket = createPerpetual(bitflyerSite, () => ({
  ...bitflyerFeeds(product),
  market: bitflyerPerpetual,
  // What spot leaves of a hundred a minute.
  budget: { weight: 25, perMs: 60_000 },
  polls: [{ ...funding(product), everyMs: 300_000, forPair: funding }],
}))
