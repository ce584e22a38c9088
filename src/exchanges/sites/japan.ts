// The legal standing of exchanges in Japan, as published by the Financial Services Agency (FSA). Dated facts, not
// advice; an exchange that is not listed is unknown, which says nothing for or against it. Binance is unknown: its
// registered Japanese company runs another service.

/** The legal standing of an exchange in Japan. */
export interface Standing {
  /**
   * `registered`: a registered crypto-asset exchange provider. `warned`: by the FSA, for operating unregistered.
   */
  readonly kind: 'registered' | 'warned'
  /** Registration number at the Kanto Local Finance Bureau, as written: `00003`. */
  readonly number?: string
  /** Date of the warning, ISO. */
  readonly on?: string
  /** The FSA's own page. */
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
  bybit: warned('bybit_fintech_limited_keikokushiryo.pdf'),
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
