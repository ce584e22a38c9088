import type { Episode } from '../market/episode.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { type Beside, openBeside } from './cross-venue/cross-venue.ts'
import { openBoard } from './output/episode-store.ts'
import { type Candles, createCandles } from './venues/candles.ts'
import { type Courses, createCourses } from './history/courses.ts'
import { createForexPoll, type ForexPoll } from './cross-venue/forex-poll.ts'
import { keepEpisodes, pruneHistory } from './history/history.ts'
import { createKeeper, type Keeper } from './storage/engine-saver.ts'
import { createOfficials, type Officials } from './official/official-watch.ts'
import { flaggedOf, symbolsOf } from './venues/symbols.ts'
import { createPaint, type Paint } from './output/publisher.ts'
import { createRecord, type WeekRecord } from './recorder/recorder.ts'
import { loadAcross, saveEngine } from './storage/engine-store.ts'
import type { Views } from './pages/live-ports.ts'
import { createWatch, type Watch } from './venues/venues.ts'

/** Everything the worker runs, put together. */
export interface Parts {
  readonly views: Views
  readonly keeper: Keeper
  readonly courses: Courses
  readonly officials: Officials
  readonly beside: Beside
  readonly forex: ForexPoll
  readonly watch: Watch
  readonly paint: Paint
  readonly candles: Candles
  readonly record: WeekRecord
}

const dayMs = 86_400_000

/** Takes up what was stored and puts the parts together. Nothing is watched yet: that is `watch.follow`. */
export async function openParts(views: Views): Promise<Parts> {
  const keeper = createKeeper(saveEngine)
  const courses = createCourses()
  const board = await openBoard()
  const onChanged = (venue: string, changed: readonly Episode[]) => {
    keeper.soon(venue, Date.now())
    paint.spread(changed)
    void courses.note(changed)
  }
  const officials = createOfficials({
    inQuestion: (venue) => [...symbolsOf(venue, views.pairs()), ...flaggedOf(venue)],
    onChanged,
  })
  const beside = openBeside(await loadAcross(), { shown: () => board.all(), suspended: officials.suspended })
  const forex = createForexPoll((rates) => beside.takeForex(rates))
  const record = createRecord()
  const watch = createWatch({
    onScreen: (venue) => symbolsOf(venue, views.pairs()),
    onTicks: (engine, ticks) => beside.hear(engine, ticks, Date.now()),
    onChanged,
    onSteps: (venue, steps) => record.take(venue, steps, Date.now()),
    shown: () => board.all(),
  })
  const paint = createPaint(
    board,
    watch,
    (card) => beside.join(card, Date.now()),
    (cards) => void keepEpisodes(cards, Date.now()),
  )
  const candles = createCandles(watch.venues)
  void settings.get().then(({ retentionDays }) => {
    void courses.prune(retentionDays * dayMs)
    void pruneHistory(retentionDays * dayMs, Date.now())
  })
  return { views, keeper, courses, officials, beside, forex, watch, paint, candles, record }
}
