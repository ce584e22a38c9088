import type { Episode } from '../../market/episode.ts'
import type { ContractCourse } from '../../shared/contract-course.ts'
import type { Course } from '../../shared/course.ts'
import type { CandlesAnswer, Outcome, PastEpisode } from '../../shared/messages/queries.ts'
import { chartCandles } from '../chart/chart-candles.ts'
import type { DetailsData } from '../data/details-data.ts'
import type { SubjectView } from '../data/details-view.ts'
import { notRecorded, type QueryResult } from '../data/query-result.ts'
import { episodeAt } from './episode-at.ts'
import { knownPrices } from './known-prices.ts'
import { officialAt } from './officials-at.ts'

/** What the page is drawn from, at one moment. */
export interface Moment {
  readonly view: SubjectView
  readonly data: DetailsData
}

const minuteMs = 60_000
/** When each outcome is known, after the start of the episode: its minute has to be over. */
const outcomeMs = { after15min: 16 * minuteMs, after1h: 61 * minuteMs, after24h: 1_441 * minuteMs } as const

/**
 * What was known at a moment of an episode, and nothing later, from what is stored of it. What nothing tells of
 * that moment (trades, other venues, rates) is not recorded.
 *
 * @param at market time, ms
 */
export function asKnownAt(view: SubjectView, data: DetailsData, at: number): Moment {
  const { episode: present, pair } = view
  const course = view.course && courseUntil(view.course, at)
  const candles = mapKnown(data.candles, (answer) => candlesUntil(answer, at))
  const shown = chartCandles(candles, present)
  const prices = present && course ? knownPrices(present, course, shown, at) : []
  const episode = present && course && episodeAt(present, course, prices, at)
  const last = prices.at(-1)
  return {
    view: {
      ...view,
      episode,
      course: episode && course,
      last: pair && last ? { price: last.last, at: last.at } : null,
      marketNow: at,
      silence: undefined,
      replayedAt: at,
    },
    data: {
      ...data,
      episodes: data.episodes && data.episodes.filter((each) => wasSoAt(each, at)),
      officials: data.officials.map((official) => officialAt(official, at)),
      rates: {},
      live: null,
      observed: null,
      candles,
      tape: notRecorded,
      elsewhere: notRecorded,
      history: mapKnown(data.history, (past) => past.flatMap((each) => pastAt(each, episode, at))),
      fromHistory: data.fromHistory && (pastAt(data.fromHistory, episode, at)[0] ?? null),
      course: mapKnown(data.course, () => course),
    },
  }
}

const courseUntil = ({ steps, samples, spacingMs, contract }: Course, at: number): Course => ({
  steps: steps.filter((step) => step.at <= at),
  samples: samples.filter((sample) => sample.at <= at),
  spacingMs,
  ...(contract && { contract: contractUntil(contract, at) }),
})

/** The figures of spans that were over by then: each is the largest of its span. */
const contractUntil = ({ samples, spacingMs }: ContractCourse, at: number): ContractCourse => ({
  samples: samples.filter((sample) => sample.at + spacingMs <= at),
  spacingMs,
})

/** The candles that were over by then: one that still ran holds what came later. */
function candlesUntil(answer: CandlesAnswer, at: number): CandlesAnswer {
  if (answer.kind === 'unavailable')
    return { ...answer, seen: answer.seen.filter((candle) => candle.at + minuteMs <= at) }
  return { ...answer, candles: answer.candles.filter((candle) => candle.at + answer.intervalMs <= at) }
}

/** Whether what is kept of an episode without its course was so already. */
const wasSoAt = ({ changedAt, peakAt }: Episode, at: number) => changedAt <= at && peakAt <= at

/** A past episode with the outcomes known by then; none of one that was not over, but for the replayed itself. */
function pastAt(past: PastEpisode, replayed: Episode | null, at: number): readonly PastEpisode[] {
  const isReplayed = past.episode.id === replayed?.id
  if (!isReplayed && past.episode.updatedAt > at) return []
  const known = (field: keyof Outcome) =>
    past.episode.startedAt + outcomeMs[field] <= at ? past.outcome[field] : null
  const outcome = {
    after15min: known('after15min'),
    after1h: known('after1h'),
    after24h: known('after24h'),
  }
  return [{ episode: isReplayed ? replayed : past.episode, outcome }]
}

function mapKnown<T, U>(result: QueryResult<T>, change: (value: T) => U): QueryResult<U> {
  return result.kind === 'known' ? { ...result, value: change(result.value) } : result
}
