import { openCrossVenue } from '../../../../src/background/cross-venue/cross-venue.ts'
import { ByteWriter } from '../../../../src/background/recorder/byte-writer.ts'
import { createCodecState } from '../../../../src/background/recorder/frame.ts'
import { readFrames } from '../../../../src/background/recorder/read-frames.ts'
import { writeFrame } from '../../../../src/background/recorder/write-frame.ts'
import { createIntake, type Intake } from '../../../../src/background/venues/intake.ts'
import { createEngine } from '../../../../src/detect/engine-state.ts'
import { openEpisodes } from '../../../../src/detect/cases/open-episodes.ts'
import { replay } from '../../../../src/detect/replay/replay.ts'
import type { RecordedEvent } from '../../../../src/detect/replay/recorded-event.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import { expectThat } from '../../checks/broken.ts'
import { episodeFault } from '../../checks/episode-fault.ts'
import { nonFiniteIn } from '../../checks/non-finite.ts'
import type { Chance } from '../../input/chance.ts'
import type { Session, Target } from '../../target.ts'
import { carryOut, type Deed, drawDeed } from './deeds.ts'
import { drawMarket } from './drawn-market.ts'

const start = Date.UTC(2026, 10, 29, 12)
const maxPairs = 10_000
/** The whole state is looked at after so many messages. */
const lookEvery = 10

/** An engine behind the intake of its venue, and the comparison of venues beside it, through sequences of market data. */
export const engine: Target<Deed> = {
  name: 'engine',
  sessionLength: 250,
  perTurn: 250,
  open: openSession,
}

function openSession(chance: Chance): Session<Deed> {
  const market = drawMarket(chance, 3 + chance.below(14), start)
  const changed: Episode[] = []
  const events: RecordedEvent[] = []
  const replayed = createEngine('binance')
  let messages = 0
  const crossVenue = openCrossVenue(null, { storedEpisodes: () => [], suspendedSince: () => null })
  const intake: Intake = createIntake('binance', null, {
    onTicks: (engineOf, ticks) => crossVenue.takeTicks(engineOf, ticks, market.at),
    onStartOver: () => undefined,
    onEpisodesChanged: (_, list) => changed.push(...list),
    onEventsRecorded: (_, list) => events.push(...list),
  })
  return {
    generate: (by) => drawDeed(market, by),
    run(deed) {
      changed.length = events.length = 0
      // What has no time of its own takes that of its receipt.
      return atTime(market.at, () => carryOut(deed, intake, crossVenue, market.at))
    },
    check(result) {
      const open = openEpisodes(intake.engine).map((episode) => crossVenue.annotate(episode, market.at))
      for (const episode of [...changed, ...(result as readonly Episode[]), ...open]) {
        const fault = episodeFault(episode)
        expectThat(fault === null, `the engine reports ${fault}`)
      }
      for (const episode of replay(replayed, recordedAndRead(events, market.at))) {
        const fault = episodeFault(episode)
        expectThat(fault === null, `the preview makes ${fault} of what was recorded`)
      }
      expectThat(intake.engine.data.pairs.size <= maxPairs, 'more pairs than any venue has')
      if (messages++ % lookEvery > 0) return
      const odd = nonFiniteIn(intake.engine.data) ?? nonFiniteIn(intake.engine.cases)
      expectThat(odd === null, `an engine whose ${odd?.replace(/^\.pairs\.[^.]*/, 'pair')}`)
      const { rates, toSaved } = crossVenue
      const odd2 = nonFiniteIn(rates()) ?? nonFiniteIn(toSaved())
      expectThat(odd2 === null, `a comparison of venues whose ${odd2}`)
    },
  }
}

/** Runs something at a wall-clock time, ms. */
function atTime<T>(now: number, run: () => T): T {
  const own = Date.now
  Date.now = () => now
  try {
    return run()
  } finally {
    Date.now = own
  }
}

/** The events as the preview reads them from the recording. */
function recordedAndRead(events: readonly RecordedEvent[], receivedAt: number): readonly RecordedEvent[] {
  const writer = new ByteWriter()
  writeFrame(writer, createCodecState(), { venue: 'binance', receivedAt, events })
  const frames = [...readFrames(writer.bytes())]
  const isRead = frames.length === (writer.length > 0 ? 1 : 0)
  expectThat(isRead, 'a recording that cannot be read')
  return frames.flatMap((frame) => frame.events)
}
