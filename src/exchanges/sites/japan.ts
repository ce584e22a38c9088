// The legal standing of exchanges in Japan, as published by the Financial Services Agency (FSA), and which of them
// have ended their service there. Dated facts, not advice; an exchange that is not listed is unknown, which says nothing for or against it. Binance is unknown: its
// registered Japanese company runs another service.

/** The legal standing of an exchange in Japan. */
export interface Standing {
  /**
   * `registered`: a registered crypto-asset exchange provider. `warned`: by the FSA, for operating unregistered.
   * `closed`: it does not serve residents of Japan any more, by its own announcement.
   */
  readonly kind: 'registered' | 'warned' | 'closed'
  /** Registration number at the Kanto Local Finance Bureau, as written: `00003`. */
  readonly number?: string
  /** Date of the warning, or since when residents could only close positions, ISO. */
  readonly on?: string
  /** Date on which what residents still held was closed by force, ISO. */
  readonly closedOn?: string
  /** Who serves residents in its place. */
  readonly successor?: string
  /** The FSA's own page, or a report of the announcement. */
  readonly source: string
  /** Date on which the source was last checked, ISO. */
  readonly checked: string
}

const agency = 'https://www.fsa.go.jp'
const checked = '2026-11-22'

/** Registrations are in the FSA's list, which is updated in place. */
const registered = (number: string): Standing => ({
  kind: 'registered',
  number,
  source: `${agency}/menkyo/menkyoj/kasoutuka.xlsx`,
  checked,
})

/** Each warning of that date has its own page. */
const warned = (page: string): Standing => ({
  kind: 'warned',
  on: '2024-11-28',
  source: `${agency}/policy/virtual_currency02/${page}`,
  checked,
})

const standings: Readonly<Record<string, Standing>> = {
  bitflyer: registered('00003'),
  bitbank: registered('00004'),
  gmocoin: registered('00006'),
  coincheck: registered('00014'),
  // The FSA warned it on 2024-11-28. Money Partners, registered in Japan, runs manepa.jp on its technology.
  bybit: {
    kind: 'closed',
    on: '2026-03-23',
    closedOn: '2026-07-22',
    successor: 'Money Partners',
    source: 'https://jinacoin.ne.jp/bybit-japan-20260122',
    checked: '2026-11-28',
  },
  bitget: warned('bitget_limited_keikokushiryo.pdf'),
  mexc: warned('mexc_global_keikokushiryo.pdf'),
  // Its own page is unknown to us; the FSA's index page leads there.
  kucoin: warned('index.html'),
}

/** The standing of an exchange in Japan; null where it is unknown. */
export function standingInJapan(exchange: string): Standing | null {
  return Object.hasOwn(standings, exchange) ? (standings[exchange] ?? null) : null
}

/** Ids of the exchanges registered in Japan, which serve its residents and are listed first for them. */
export const registeredInJapan: ReadonlySet<string> = new Set(
  Object.keys(standings).filter((id) => standings[id]?.kind === 'registered'),
)
