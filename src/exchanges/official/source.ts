import type { SourceKind } from '../../market/official.ts'
import type { Exchange } from '../exchange.ts'
import type { OfficialSource } from './official-source.ts'
import type { ReadKind, RestCall } from '../feeds/rest-call.ts'

const MINUTE = 60_000

/** How often a source is worth asking: a status says that the venue is closed, lists of coins change by the day. */
const everyMs: Readonly<Record<SourceKind, number>> = {
  status: MINUTE,
  announcements: 2 * MINUTE,
  currencies: 5 * MINUTE,
  symbols: 5 * MINUTE,
}

/** What no documentation promises is asked seldom, and may fail without a word. */
const UNDOCUMENTED_MS = 10 * MINUTE

const kinds: Partial<Readonly<Record<ReadKind, SourceKind>>> = {
  'rest.status': 'status',
  'ws.status': 'status',
  'rest.announcements': 'announcements',
  'rest.currencies': 'currencies',
  'rest.symbols': 'symbols',
}

/** What a payload of that kind tells of; undefined where it says nothing official. */
export function sourceKindOf(kind: ReadKind): SourceKind | undefined {
  return kinds[kind]
}

/** A call as an official source, as often as its kind is worth asking unless `more` says otherwise. */
/*#__NO_SIDE_EFFECTS__*/
export function source(call: RestCall, more: Partial<OfficialSource> = {}): OfficialSource {
  const what = sourceKindOf(call.kind) ?? 'status'
  const documented = more.documented ?? true
  const every = documented ? everyMs[what] : Math.max(UNDOCUMENTED_MS, everyMs[what])
  return { ...call, everyMs: every, documented, ...more }
}

/** A source that tells of one pair a call, and of `pair` while none is in question. */
/*#__NO_SIDE_EFFECTS__*/
export function sourceOf(forPair: (symbol: string) => RestCall, pair: string): OfficialSource {
  return source(forPair(pair), { forPair })
}

/** Flags of single pairs, which the venue sets by the hour. */
/*#__NO_SIDE_EFFECTS__*/
export function flags(call: RestCall): OfficialSource {
  return source(call, { everyMs: 5 * MINUTE })
}

/** Every place where an exchange speaks for itself: what its adapter names, and its list of pairs. */
export function sourcesOf({ official = [], symbols }: Exchange): readonly OfficialSource[] {
  const twin = official.find(({ url }) => url === symbols.url)
  // One reply that tells two things is asked for once.
  const list = source(symbols, twin ? { furtherKinds: [twin.kind], everyMs: twin.everyMs } : {})
  return [...official.filter((one) => one !== twin), list]
}
