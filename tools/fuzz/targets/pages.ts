import { pairOfPage } from '../../../src/content/page/pair-of-page.ts'
import { ownLink } from '../../../src/exchanges/official/own-link.ts'
import { exchanges, sites } from '../../../src/exchanges/registry.ts'
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
const name = (chance: Chance) => (chance.has(0.15) ? chance.of(oddTexts) : chance.of(names))

/** An address of a trading page, mostly changed at one place or several. */
function address(chance: Chance): string {
  let text = pageOf(chance)
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
      siteOfUrl(href)
      subjectOf(href)
      pairOf(href)
      minutesOf(href)
      parsePair(href, exchanges, ['binance'])
      const pair = pairOfPage(href)
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
