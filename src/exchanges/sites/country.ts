// How venues stand towards residents of Japan, by the Financial Services Agency's own publications. Dated facts,
// not advice; a venue that is not named here is unknown, which says nothing for or against it. Binance is one: its
// registered Japanese company runs another service.

/** A fact about a venue in Japan. */
export interface Standing {
  /** `registered`: a registered crypto-asset exchange provider. `warned`: for doing that business unregistered. */
  readonly kind: 'registered' | 'warned'
  /** Number of the registration at the Kanto Local Finance Bureau, as it is written: `00003`. */
  readonly number?: string
  /** Day of the warning, ISO. */
  readonly on?: string
  /** The regulator's own page. */
  readonly source: string
  /** Day on which this was last read, ISO. */
  readonly checked: string
}

const agency = 'https://www.fsa.go.jp'
const checked = '2026-11-22'

/** Registrations stand in the agency's list; it is renewed in place. */
const registered = (number: string): Standing => ({
  kind: 'registered',
  number,
  source: `${agency}/menkyo/menkyoj/kasoutuka.xlsx`,
  checked,
})

/** The warnings of that day each have their own page. */
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
  // The address of its own page is not known to us; the agency's page of the field leads there.
  kucoin: warned('index.html'),
}

/** What is known of an exchange in Japan; null where nothing is. */
export function standingInJapan(exchange: string): Standing | null {
  return Object.hasOwn(standings, exchange) ? (standings[exchange] ?? null) : null
}

/** Ids of the exchanges registered in Japan, which serve its residents: listed first for them. */
export const registeredInJapan: ReadonlySet<string> = new Set(
  Object.keys(standings).filter((id) => standings[id]?.kind === 'registered'),
)
