import { chartOfPage } from '../../../src/content/page/chart-of-page.ts'
import { pairOfPage } from '../../../src/content/page/pair-of-page.ts'
import { ownLink } from '../../../src/exchanges/official/own-link.ts'
import { sites } from '../../../src/exchanges/registry.ts'
import { pageAt } from '../../../src/exchanges/sites/page-at.ts'
import { type Pair, pairKey } from '../../../src/market/pair.ts'
import { minutesOf } from '../../../src/options/form/time-of-day.ts'
import { parsePair } from '../../../src/options/form/parse-pair.ts'
import {
  detailsAddress,
  historyAddress,
  pairFilterOf,
  pairOf,
  subjectOf,
} from '../../../src/shared/details-address.ts'
import { siteOfUrl } from '../../../src/shared/site-of-url.ts'
import { expectThat } from '../checks/broken.ts'
import type { Chance } from '../input/chance.ts'
import { longText, oddTexts } from '../input/odd-values.ts'
import type { Target } from '../target.ts'

const names = [
  'BTC',
  'USDT',
  'SYS',
  '1INCH',
  'BTCUP',
  '币安人生',
  'ＢＴＣ',
  'a-b',
  'A/B',
  'A_B',
  '?',
  '#',
  '%',
  '..',
]
const urlPieces = [
  '?',
  '#',
  '&',
  '/',
  '//',
  '%2F',
  '%E0%A4%A',
  '@',
  ':443',
  '..',
  '\\',
  '\t',
  'xn--',
  'symbol=',
  '/en/',
]
/** Pages of perpetual contracts, of margin and of regional companies: they are read and never written. */
const furtherPages = [
  'https://www.binance.com/en/futures/1000PEPEUSDT',
  'https://www.binance.com/delivery/btcusd_perpetual',
  'https://www.bybit.com/trade/futures/usdc/BTC-PERP',
  'https://my.okx.com/trade-swap/btc-usd_um-swap',
  'https://www.okx.com/trade-margin/btc-usdt',
  'https://www.gate.com/en-eu/futures/USDT/BTC_USDT',
  'https://futures.mexc.com/exchange/BTC_USDT',
  'https://www.bitget.com/asia/mix/usdt/BTCUSDT_UMCBL',
  'https://www.kucoin.com/trade/futures/XBTUSDTM',
  'https://www.htx.com/futures/linear_swap/exchange#contract_code=BTC-USDT&type=cross',
  'https://crypto.com/exchange/trade/BTCUSD-PERP',
  'https://www.coinbase.com/advanced-trade/perpetuals/BTC-PERP-INTX',
  'https://pro.kraken.com/app/trade/futures-btc-usd-perp',
  'https://futures.kraken.com/trade/futures/PF_XBTUSD',
  'https://lightning.bitflyer.com/trade/fxbtcjpy',
  'https://app.hyperliquid.xyz/trade/xyz%3ASPCX',
  'https://app.hyperliquid.xyz/trade/HYPE/USDC',
  'https://manepa.jp/ja-JP/trade/spot/BTC/JPY',
  'https://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC',
  'https://www.coingecko.com/en/coins/bitcoin',
]
const name = (chance: Chance) => (chance.has(0.15) ? chance.of(oddTexts) : chance.of(names))

/** An address of a trading page, mostly changed at one place or several. */
function address(chance: Chance): string {
  let text = chance.has(0.4) ? chance.of(furtherPages) : pageOf(chance)
  for (let left = chance.below(4); left > 0; left--) {
    const at = chance.below(text.length + 1)
    const piece = chance.has(0.05)
      ? longText(chance)
      : chance.has(0.3)
        ? chance.of(oddTexts)
        : chance.of(urlPieces)
    text = text.slice(0, at) + piece + text.slice(at + chance.below(4))
  }
  return text
}

function pageOf(chance: Chance): string {
  const pair = { base: name(chance), quote: name(chance) }
  try {
    return chance.of(sites).pageOf(pair, chance.of(['en', 'ja']))
  } catch {
    // No address can be written of half a character; nobody asks for one.
    return `https://www.binance.com/en/trade/${pair.base}_${pair.quote}`
  }
}

interface Reached {
  readonly pair: Pair | null
  readonly links: readonly (string | null)[]
  readonly filter: string
}

/** Addresses that a trader visits, types or is sent, and what a trader types into forms. */
export const pages: Target<string> = {
  name: 'pages',
  sessionLength: 1,
  perTurn: 200,
  open: () => ({
    generate: address,
    run(href): Reached {
      const site = siteOfUrl(href)
      subjectOf(href)
      pairOf(href)
      minutesOf(href)
      parsePair(href, sites, ['binance'])
      pageAt(href)
      chartOfPage(href)
      const pair = (site && pairOfPage(site, href)?.pair) ?? null
      return { pair, links: sites.map(({ id }) => ownLink(id, href)), filter: pairFilterOf(href) }
    },
    check(result, href) {
      const { pair, links, filter } = result as Reached
      for (const link of links) expectThat(link === null || link === href, 'a link was changed')
      expectThat(filter.length <= 200, 'a filter of any length')
      if (!pair) return
      expectThat(pair.base !== '' && pair.quote !== '', 'a pair without a name')
      const key = pairKey(pair)
      const again = subjectOf(hashOf(detailsAddress(key)))
      expectThat(
        key.length > 200 || /\p{Cs}/u.test(key) || (again?.kind === 'episode' && again.id === key),
        'a details page shows another episode than it was opened for',
      )
      historyAddress(pair)
    },
  }),
}

const hashOf = (path: string) => path.slice(path.indexOf('#'))
