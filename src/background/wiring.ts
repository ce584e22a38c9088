import { courseFiguresOf } from '../detect/perpetual/contract-figures.ts'
import { marketOf } from '../market/venue-id.ts'
import type { Episode } from '../market/episode.ts'
import { type CrossVenue, openCrossVenue } from './cross-venue/cross-venue.ts'
import { createForexPoll, type ForexPoll } from './cross-venue/forex-poll.ts'
import { type Courses, createCourses } from './history/courses.ts'
import { saveEpisodes } from './history/history.ts'
import { createRetention, type Retention } from './history/retention.ts'
import { createOfficialWatch, type OfficialWatch } from './official/official-watch.ts'
import { openEpisodeStore } from './output/episode-store.ts'
import { createPriceWatch, type PriceWatch } from './output/price-watch/price-watch.ts'
import { createPublisher, type Publisher } from './output/publisher.ts'
import type { LivePorts } from './pages/live-ports.ts'
import { createLiveSender, type LiveSender } from './pages/live-sender.ts'
import { createRecorder, type Recorder } from './recorder/recorder.ts'
import { createRecordings, type Recordings } from './recordings/recordings.ts'
import { saveRefusal } from './requests/refusals.ts'
import { createEngineSaver, type EngineSaver } from './storage/engine-saver.ts'
import { loadCrossVenue, saveEngine } from './storage/engine-store.ts'
import { type Candles, createCandles } from './venues/candles/candles.ts'
import { flaggedSymbolsOf, symbolsOf } from './venues/symbols.ts'
import { createVenues, type Venues } from './venues/venues.ts'

/** The parts of the worker. */
export interface Wiring {
  readonly livePorts: LivePorts
  readonly liveSender: LiveSender
  readonly engineSaver: EngineSaver
  readonly courses: Courses
  readonly retention: Retention
  readonly officialWatch: OfficialWatch
  readonly crossVenue: CrossVenue
  readonly forexPoll: ForexPoll
  readonly venues: Venues
  readonly publisher: Publisher
  readonly priceWatch: PriceWatch
  readonly candles: Candles
  readonly recorder: Recorder
  readonly recordings: Recordings
}

/** Loads what was stored and connects the parts. Nothing is watched yet: `venues.apply` starts the venues. */
export async function openWiring(livePorts: LivePorts): Promise<Wiring> {
  const engineSaver = createEngineSaver(saveEngine)
  const courses = createCourses((episode) => {
    const engine = venues.engines().find(({ data }) => data.venue === episode.venue)
    return engine ? courseFiguresOf(engine, episode) : []
  })
  const [episodeStore, savedCrossVenue] = await Promise.all([openEpisodeStore(), loadCrossVenue()])
  const storedEpisodes = () => episodeStore.all()
  const onEpisodesChanged = (venue: string, changed: readonly Episode[]) => {
    engineSaver.saveSoon(venue, Date.now())
    publisher.publish(changed)
    void courses.record(changed)
  }
  const recordings = createRecordings()
  const officialWatch = createOfficialWatch({
    inputs: recordings,
    symbolsOfInterest: (venue) => [...symbolsOf(venue, livePorts.pairs()), ...flaggedSymbolsOf(venue)],
    onEpisodesChanged,
  })
  const crossVenue = openCrossVenue(savedCrossVenue, {
    storedEpisodes,
    suspendedSince: officialWatch.suspendedSince,
  })
  const forexPoll = createForexPoll((rates) => crossVenue.takeForex(rates))
  const recorder = createRecorder()
  const venues = createVenues({
    onScreen: (venue) => symbolsOf(venue, livePorts.pairs()),
    storedEpisodes,
    onTicks(engine, ticks) {
      // Venues are compared by their spot markets; a contract is compared with its own by its engine.
      if (marketOf(engine.data.venue) === 'spot') crossVenue.takeTicks(engine, ticks, Date.now())
      liveSender.sendFrame(engine.data.venue, Date.now())
    },
    onEpisodesChanged,
    inputs: recordings,
    onEventsRecorded: (venue, events) => recorder.record(venue, events, Date.now()),
    onRefusalChanged: (venue, refusal) => void saveRefusal(venue, refusal),
  })
  const publisher = createPublisher(episodeStore, venues, {
    annotate: (episode) => crossVenue.annotate(episode, Date.now()),
    onScreen: () => livePorts.pairs(),
    onPublished: (published) => void saveEpisodes(published, Date.now()),
  })
  const liveSender = createLiveSender(livePorts, venues, crossVenue, () => publisher.unstored().episodes)
  const candles = createCandles(venues.running)
  return {
    livePorts,
    liveSender,
    engineSaver,
    courses,
    retention: createRetention(courses),
    officialWatch,
    crossVenue,
    forexPoll,
    venues,
    publisher,
    priceWatch: createPriceWatch(),
    candles,
    recorder,
    recordings,
  }
}
