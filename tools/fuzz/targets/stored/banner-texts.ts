import { pauseFigures } from '../../../../src/content/pause/pause-figures.ts'
import { announcementOf } from '../../../../src/content/view/announcement.ts'
import type { BannerInputs } from '../../../../src/content/view/banner-inputs.ts'
import { opensAutomatically } from '../../../../src/content/view/auto-open.ts'
import { chooseView } from '../../../../src/content/view/choose-view.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import { evidenceLine } from '../../../../src/ui/card/evidence-line.ts'
import { sparkShape } from '../../../../src/ui/card/spark-shape.ts'
import {
  fromExtreme,
  headlineOf,
  kindsOf,
  phaseWord,
  sinceOf,
  titleOf,
} from '../../../../src/ui/words/episode-words.ts'
import type { Words } from '../../../../src/ui/words/words.ts'
import { marketNow, wallNow } from '../../../examples/made-up.ts'
import type { ReadValues } from './read-all.ts'

const pages = [
  { pair: { venue: 'binance', base: 'NAV', quote: 'BTC' }, isOtherMarket: false, venue: 'binance' },
  { pair: { venue: 'binance', base: 'NAV', quote: 'USDT' }, isOtherMarket: true, venue: 'binance' },
  { pair: { venue: 'okx', base: 'NAV', quote: 'BTC' }, isOtherMarket: false, venue: 'okx' },
  { pair: null, isOtherMarket: false, venue: 'binance' },
  ...[{ venue: 'binance', base: 'NAV', quote: 'BTC' }, null].map((market) => ({
    ...{ pair: null, isOtherMarket: false, venue: null },
    chart: { site: 'tradingview', coin: 'NAV', isSure: false, market },
  })),
]

/** What the banner says and draws on some pages. */
export function bannerTexts(read: ReadValues, words: Words): readonly unknown[] {
  return pages.flatMap((page): readonly unknown[] => {
    const atPage = { chart: null, ...page, countryNotice: true, currency: 'JPY', live: null } as const
    const inputs: BannerInputs = { ...read, ...atPage }
    const view = chooseView(inputs, wallNow)
    if (view.kind === 'none') return []
    const spoken = announcementOf(view, words, 'Binance', true)?.text
    if (view.kind === 'statement') return [spoken]
    opensAutomatically(view, read.memory.opened)
    return [spoken, ...cardTexts(view.episode, words)]
  })
}

/** Every text and shape of a card. */
function cardTexts(one: Episode, words: Words): readonly unknown[] {
  const small = sparkShape(one, { width: 64, height: 30, big: false })
  const big = sparkShape(one, { width: 276, height: 54, big: true })
  return [
    ...[titleOf(words, one), headlineOf(words, one), kindsOf(words, one), phaseWord(words, one)],
    ...[sinceOf(words, one, marketNow), fromExtreme(words, one, 'chip'), fromExtreme(words, one, 'chip')],
    ...one.evidence.map((each) => evidenceLine(words, each, one)),
    ...pauseFigures(words, one, marketNow),
    ...[small, big],
  ]
}
