import type { SourceKind } from '../../market/official.ts'
import type { Exchange } from '../exchange.ts'
import type { ReadKind, RestCall } from '../feeds/rest-call.ts'
import type { OfficialSource } from './official-source.ts'

const minuteMs = 60_000

/** Poll interval by kind: a status says that the exchange is closed, while lists of coins change by the day. */
const everyMs: Readonly<Record<SourceKind, number>> = {
  status: minuteMs,
  announcements: 2 * minuteMs,
  currencies: 5 * minuteMs,
  symbols: 5 * minuteMs,
}

/** Shortest poll interval of an undocumented source. */
const undocumentedMs = 10 * minuteMs

const kinds: Partial<Readonly<Record<ReadKind, SourceKind>>> = {
  'rest.status': 'status',
  'ws.status': 'status',
  'rest.announcements': 'announcements',
  'rest.currencies': 'currencies',
  'rest.symbols': 'symbols',
}

/** What payloads of that kind report officially; undefined where they report nothing. */
export function sourceKindOf(kind: ReadKind): SourceKind | undefined {
  return kinds[kind]
}

/** A call as an official source, polled at its kind's interval unless `more` says otherwise. */
/*#__NO_SIDE_EFFECTS__*/
export function pollSource(call: RestCall, more: Partial<OfficialSource> = {}): OfficialSource {
  const interval = everyMs[sourceKindOf(call.kind) ?? 'status']
  const documented = more.documented ?? true
  return {
    ...call,
    everyMs: documented ? interval : Math.max(undocumentedMs, interval),
    documented,
    ...more,
  }
}

/** A source of one pair per call; `pair` is the one requested while no pair is in question. */
/*#__NO_SIDE_EFFECTS__*/
export function pairSource(forPair: (symbol: string) => RestCall, pair: string): OfficialSource {
  return pollSource(forPair(pair), { forPair })
}

/** A source of flags of single pairs, which change by the hour. */
/*#__NO_SIDE_EFFECTS__*/
export function flagSource(call: RestCall): OfficialSource {
  return pollSource(call, { everyMs: 5 * minuteMs })
}

/** Every official source of an exchange: those of its adapter, and its list of pairs. */
export function officialSources({ official = [], symbols }: Exchange): readonly OfficialSource[] {
  // One reply that holds two kinds of data is requested once.
  const twin = official.find(({ url }) => url === symbols.url)
  const list = pollSource(symbols, twin ? { furtherKinds: [twin.kind], everyMs: twin.everyMs } : {})
  return [...official.filter((source) => source !== twin), list]
}
