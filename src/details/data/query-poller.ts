import { pairKey, type Pair } from '../../market/pair.ts'
import { sendQuery } from '../../shared/messages/send-query.ts'
import type { QueryKind, Queries } from '../../shared/messages/queries.ts'
import { updatedCandles, updatedResult } from './query-result.ts'
import { createCandlePacer, type CandlePacer, spanToAsk } from './candle-pacer.ts'
import type { DetailsData } from './details-data.ts'
import type { DetailsView, SubjectView } from './details-view.ts'

/** The queries of this page. Each result is stored in the field of the same name. */
type PolledQuery = Exclude<Extract<QueryKind, keyof DetailsData>, 'candles'>

/** Intervals at which queries are repeated while the page is visible (ms). */
const everyMs: Readonly<Record<PolledQuery, number>> = {
  tape: 5_000,
  elsewhere: 10_000,
  history: 300_000,
  course: 30_000,
}
/** Past episodes to load: of the pair, or of all pairs where only an episode's id is known. */
const maxEpisodes = { pair: 20, all: 300 }
/** A venue may hold a request for candles back for as long as its limit says, ms. */
const candlesTimeoutMs = 60_000

/** Queries the background for what the page shows, each query at its own interval. */
export interface QueryPoller {
  /** Sends the queries that are due. `now` is wall clock (ms). */
  tick(view: DetailsView, data: DetailsData, now: number): void
  /** The page has another subject: results of pending queries are dropped. */
  stop(): void
}

/** @param update applies a result to the latest data */
export function createQueryPoller(update: (change: (data: DetailsData) => DetailsData) => void): QueryPoller {
  const dueAt = new Map<string, number>()
  const pending = new Set<PolledQuery>()
  const pacer: CandlePacer = createCandlePacer()
  let isStopped = false

  function send<K extends PolledQuery>(kind: K, args: Queries[K]['args'], now: number): void {
    // Each set of arguments has its own interval: a query with new ones is sent at once.
    const key = JSON.stringify([kind, args])
    if (pending.has(kind) || now < (dueAt.get(key) ?? 0)) return
    pending.add(kind)
    dueAt.set(key, now + everyMs[kind])
    void sendQuery(kind, args).then((answer) => {
      pending.delete(kind)
      if (isStopped) return
      update((data) => ({ ...data, [kind]: updatedResult<unknown>(data[kind], answer, Date.now()) }))
    })
  }
  function sendCandles(pair: Pair, view: SubjectView, now: number): void {
    const args = { pair, ...spanToAsk(view) }
    if (!pacer.isDue(args, now)) return
    pacer.asked(args)
    void sendQuery('candles', args, candlesTimeoutMs).then((answer) => {
      if (isStopped) return
      pacer.answered(answer, Date.now())
      update((data) => ({ ...data, candles: updatedCandles(data.candles, answer, Date.now()) }))
    })
  }
  return {
    tick(view, { subject, episodes }, now) {
      if (!subject || episodes === null) return
      if (view.kind !== 'shown') {
        // Only history may still hold the episode that the address names.
        send('history', { pair: null, before: null, most: maxEpisodes.all }, now)
        return
      }
      const { pair, episode } = view
      if (episode) send('course', { episode: episode.id }, now)
      if (!pair) return send('history', { pair: null, before: null, most: maxEpisodes.all }, now)
      send('history', { pair: pairKey(pair), before: null, most: maxEpisodes.pair }, now)
      sendCandles(pair, view, now)
      send('tape', { pair }, now)
      send('elsewhere', { pair }, now)
    },
    stop() {
      isStopped = true
    },
  }
}
