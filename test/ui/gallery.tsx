import { render, type ComponentChildren } from 'preact'
import type { BannerActions } from '../../src/content/banner/banner-actions.ts'
import { Banner } from '../../src/content/banner/banner.tsx'
import type { Stage } from '../../src/content/banner/card-state.ts'
import type { BannerView } from '../../src/content/view/banner-view.ts'
import { Popup } from '../../src/popup/popup.tsx'
import type { PopupData } from '../../src/popup/popup-data.ts'
import '../../src/ui/tokens.css'
import '../../src/ui/page/page-tokens.css'
import '../../src/ui/base.css'
import '../../src/ui/form/controls.css'
import '../../src/ui/card/spark.css'
import '../../src/ui/card/chip.css'
import '../../src/ui/card/card.css'
import '../../src/ui/official/official.css'
import '../../src/popup/popup.css'
import './gallery.css'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import type { Episode } from '../../src/market/episode.ts'
import { officialSummaryOf } from '../../src/shared/official.ts'
import { langOf } from '../../src/shared/languages.ts'
import { popupWords } from '../../src/popup/words.ts'
import { maintenance, official } from '../../tools/examples/made-up-official.ts'
import {
  dump,
  episode,
  incident,
  marketFall,
  marketNow,
  venue,
  wallNow,
} from '../../tools/examples/made-up.ts'

// Banner and popup with example episodes: ?lang=en|ja|ko|zh&theme=light|dark&show=banner|popup
const query = new URLSearchParams(location.search)
const words = await popupWords(langOf(query.get('lang') ?? ''))
document.documentElement.lang = words.lang
const theme = query.get('theme') ?? 'light'
const appearance = { 'data-theme': theme, 'data-market': words.lang === 'ja' ? 'japan' : 'western' }
document.documentElement.dataset['theme'] = theme

const noop = () => undefined
const actions: BannerActions = {
  grip: { onPointerDown: noop, onKeyDown: noop },
  onOpen: noop,
  onMore: noop,
  onCollapse: noop,
  onDetails: noop,
  onHide: noop,
  onMute: noop,
  onNotHelpful: noop,
  onQuieter: noop,
  onRetry: noop,
  onCountryNoticeOff: noop,
}
type Shown = Exclude<BannerView, { kind: 'none' }>
const liveView = (about: Episode): Shown => ({
  kind: 'episode',
  episode: about,
  marketNow,
  dataAge: 3_000,
  official: officialSummaryOf(official(), about, marketNow),
  converted: { amount: 0.469, currency: 'USD' },
})
const staleView = (silence: number | null): Shown => ({
  kind: 'stale',
  episode: incident(),
  marketNow,
  silence,
  official: officialSummaryOf(official({ statements: [maintenance()] }), incident(), marketNow),
})
const banner = (view: Shown, stage: Stage) => (
  <Banner {...{ view, stage, words, actions }} venueName="Binance" />
)

function Banners(): ComponentChildren {
  const views = [incident(), episode(), marketFall(), dump()].map(liveView)
  const stale = [staleView(48_000), staleView(null)]
  return (
    <>
      {[...views, stale[0] ?? staleView(null)].map((view) => (
        <figure>{banner(view, 'full')}</figure>
      ))}
      {[...views, ...stale].map((view) => (
        <figure>{banner(view, 'brief')}</figure>
      ))}
      <figure class="chips at-edge">{[...views, ...stale].map((view) => banner(view, 'chip'))}</figure>
      <figure>{[...views, ...stale].map((view) => banner(view, 'chip'))}</figure>
    </>
  )
}

const market = {
  venue: 'binance',
  at: marketNow,
  pairs: 1_412,
  down: 0.61,
  flat: 0.11,
  up: 0.28,
  median: -0.008,
  windowMs: 600_000,
}
const settled = episode({
  id: 'settled',
  base: 'RDN',
  phase: 'settled',
  changedAt: marketNow - 7 * 3_600_000,
})
const calm: PopupData = {
  episodes: [settled],
  venues: [venue()],
  markets: [{ ...market, median: 0.001, down: 0.49, flat: 0.1, up: 0.41 }],
  mutes: [],
  notHelpful: [],
  removedBanners: [],
  unanswered: [],
  officials: [],
  settings: { ...defaultSettings, watch: ['binance:NXS/BTC'] },
}
const busy = [
  incident(),
  episode(),
  dump(),
  dump({ id: 'd2', base: 'NXS', phase: 'falling', lastPrice: 0.00023 }),
]
const popups: readonly PopupData[] = [
  { ...calm, episodes: [...busy, settled], markets: [market] },
  {
    ...calm,
    episodes: [marketFall(), ...busy.slice(1), settled],
    markets: [{ ...market, down: 0.94, flat: 0.02, up: 0.04, median: -0.102 }],
    venues: [
      venue(),
      venue({ venue: 'bybit', kind: 'polling' }),
      venue({ venue: 'okx', kind: 'rate-limited', retryAt: wallNow + 240_000 }),
    ],
    mutes: [{ pair: 'binance:NAV/BTC', until: wallNow + 900_000 }],
  },
  { ...calm, episodes: busy, venues: [venue({ kind: 'stale', receivedAt: wallNow - 48_000 })] },
  calm,
  { ...calm, episodes: [], markets: [], venues: [venue({ kind: 'blocked', receivedAt: null, pairs: 0 })] },
  {
    ...calm,
    episodes: Array.from({ length: 200 }, (_, i) => episode({ id: `many ${i}`, base: `COIN${i}` })),
  },
]

function Popups(): ComponentChildren {
  const handlers = {
    onOpen: noop,
    onMore: noop,
    onMute: noop,
    onUnmute: noop,
    onNotHelpful: noop,
    onQuieter: () => noop,
    failure: null,
    onPanel: null,
    onRetry: noop,
    onSwitchOn: noop,
    onWatch: noop,
    onDetails: noop,
    onPage: noop,
  }
  return popups.map((data, i) => (
    <figure key={i}>
      <Popup {...{ data, words, ...handlers }} offered={null} now={wallNow} />
    </figure>
  ))
}

const root = document.querySelector('#gallery')
if (root)
  render(
    <main class="keiho shelf" {...appearance}>
      {query.get('show') === 'popup' ? <Popups /> : <Banners />}
    </main>,
    root,
  )
