import type { Engine } from '../../detect/engine-state.ts'
import { endLine, headLine } from '../../detect/recording-file.ts'
import type { EngineInput } from '../../detect/recording/engine-input.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import {
  addInput,
  beginCoinRecorder,
  type CoinRecorder,
  dropStored,
  endLongest,
  forgetLines,
  hasUnstored,
  isStaleLead,
  isWanted,
  unstoredParts,
} from './coin-recorder.ts'
import { maxUnprunedChars } from './limits.ts'
import { coinOf, pairsToRecord } from './pairs-to-record.ts'
import { clearRecordings, partsOf, pruneRecordings, putParts } from './recording-store.ts'

/** Keeps the inputs of the pairs that are suspected, and stores those that led to an episode. */
export interface Recordings {
  /** The engine is about to take an input. */
  before(engine: Engine, input: EngineInput): void
  /** The engine has taken it. */
  after(engine: Engine, input: EngineInput): void
  /** To be called once a second. `now` is wall clock, ms. */
  tick(now: number): void
  /** Stores what belongs to an episode and is not stored yet. Never rejects. */
  flush(): Promise<void>
  /** The lines of an episode's recording as it is exported; null: there is none. */
  get(episode: string): Promise<readonly string[] | null>
  /** Deletes every recording. */
  clear(): Promise<void>
}

const flushMs = 15_000
const pruneMs = 3_600_000

/** What is recorded of one venue. */
interface VenueRecorders {
  readonly engine: Engine
  /** By the coin, or by the symbol where nobody has named the pair yet. */
  readonly coins: Map<string, CoinRecorder>
  /** Whether an input was handed to the engine, and not taken: then nobody knows what it left behind. */
  isTaking: boolean
}

export function createRecordings(): Recordings {
  const enqueue = serialQueue('save the recording of an episode')
  let venues = new Map<string, VenueRecorders>()
  /** Recorders that have ended and still have something to store. */
  let ended: CoinRecorder[] = []
  let [flushedAt, prunedAt] = [0, 0]
  /** Characters stored since the recordings were last pruned. */
  let unprunedChars = 0

  function recordersOf(engine: Engine): VenueRecorders {
    const { venue } = engine.data
    const known = venues.get(venue)
    if (known && known.engine === engine && !known.isTaking) return known
    // Another engine, or one that failed, does not go on from what was recorded: that is a gap.
    const fresh = { engine, coins: new Map<string, CoinRecorder>(), isTaking: false }
    venues.set(venue, fresh)
    return fresh
  }
  function end(coins: Map<string, CoinRecorder>, coin: string): void {
    const recorder = coins.get(coin)
    coins.delete(coin)
    if (recorder && recorder.stored.size > 0) ended.push(recorder)
  }
  const running = () => [...venues.values()].flatMap(({ coins }) => [...coins.values()])
  const flush = () =>
    enqueue(async () => {
      const ending = ended
      for (const recorder of [...ending, ...running()]) unprunedChars += await store(recorder)
      ended = ended.filter((recorder) => !ending.includes(recorder) || hasUnstored(recorder))
    })
  return {
    before(engine, input) {
      const recorders = recordersOf(engine)
      const { coins } = recorders
      recorders.isTaking = true
      if (input.kind !== 'frame') return
      for (const pair of pairsToRecord(engine, input, coins))
        coins.set(coinOf(pair), beginCoinRecorder(engine, pair))
    },
    after(engine, input) {
      const recorders = venues.get(engine.data.venue)
      if (recorders?.engine !== engine) return
      recorders.isTaking = false
      for (const [coin, recorder] of recorders.coins) {
        addInput(recorder, input)
        // One that is full waits, so that it is not begun anew.
        if (input.kind === 'frame' && (!isWanted(recorder) || isStaleLead(recorder)))
          end(recorders.coins, coin)
      }
    },
    tick(now) {
      for (const { coins } of venues.values()) endLongest([...coins.values()])
      if (elapsedMs(flushedAt, now) >= flushMs) {
        flushedAt = now
        void flush()
      }
      if (elapsedMs(prunedAt, now) >= pruneMs || unprunedChars >= maxUnprunedChars) {
        prunedAt = now
        unprunedChars = 0
        void enqueue(async () => {
          const deleted = await pruneRecordings(now)
          for (const recorder of [...ended, ...running()]) dropStored(recorder, deleted)
        })
      }
    },
    flush,
    async get(episode) {
      await flush()
      const parts = await partsOf(episode)
      const last = parts?.at(-1)
      if (!parts || !last) return null
      const inputs = parts.reduce((sum, part) => sum + part.inputs, 0)
      const lines = parts.flatMap((part) => part.lines)
      return [headLine(last.venue, episode), ...lines, endLine(inputs, last.card, last.full)]
    },
    clear() {
      venues = new Map()
      ended = []
      return enqueue(clearRecordings)
    },
  }
}

/** Stores what is not stored yet; returns how much that was, characters. */
async function store(recorder: CoinRecorder): Promise<number> {
  const parts = unstoredParts(recorder, Date.now())
  if (parts.length === 0) return 0
  const count = recorder.lines.length
  if (!(await putParts(parts))) return 0
  for (const { episode } of parts) recorder.stored.set(episode, count)
  // One that goes on no further is read from the store alone.
  if (recorder.isFull && recorder.lines.length === count) forgetLines(recorder)
  return parts.reduce((sum, { size }) => sum + size, 0)
}
