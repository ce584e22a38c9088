import { recordAlerts } from './alert-book.ts'
import { recentTradesOf } from './recent-trades.ts'
import type { TradeReplay } from './trade-replay.ts'

const minuteMs = 60_000

/** From the wish to follow a pair until its back-fill is there and its trades arrive: connect, ask, answer. */
const followDelayMs = 1000

/**
 * Lets time pass. A venue's all-ticker feed never falls silent, so the detector gets the frames in which this
 * pair does not occur: at the source's pace while it is attentive, else one a minute and the last one before the next
 * trade (more would take hours and change nothing).
 *
 * @param before ms UTC: what is due earlier than this happens
 */
export function advanceTo(replay: TradeReplay, before: number): void {
  for (;;) {
    const arrival = replay.arrivesAt ?? Infinity
    const frame = nextFrame(replay, before)
    if (Math.min(arrival, frame) >= before) return
    // A frame due at the same moment comes first, or it would be lost.
    if (arrival < frame) deliver(replay, arrival)
    else {
      recordAlerts(replay.book, replay.detector.ticks([], frame), frame)
      replay.now = frame
    }
    updateFollowing(replay)
  }
}

/** Asks the detector whether it wants the pair's trades now, and begins or ends following. */
export function updateFollowing(replay: TradeReplay): void {
  if (!replay.confirm) return
  const wanted = replay.detector.follows().includes(replay.symbol)
  if (wanted && !replay.following) replay.arrivesAt ??= replay.now + followDelayMs
  if (wanted) return
  if (replay.following) replay.detector.unfollow(replay.symbol)
  replay.following = false
  replay.arrivesAt = null
  replay.burst = []
}

function nextFrame(replay: TradeReplay, before: number): number {
  const { now, source } = replay
  const { everyMs } = source
  if (now === -Infinity) return Infinity
  const next = Math.floor(now / everyMs + 1) * everyMs
  const attentive = replay.book.open.size > 0 || replay.following || replay.arrivesAt !== null
  if (attentive) return next
  const minute = Math.floor(now / minuteMs + 1) * minuteMs
  const last = Math.floor((before - 1) / everyMs) * everyMs
  return Math.min(Math.max(minute, next), Math.max(next, last))
}

/** The follow begins: first what was traded before, then whatever comes. */
function deliver(replay: TradeReplay, at: number): void {
  replay.arrivesAt = null
  replay.following = true
  replay.now = at
  recordAlerts(replay.book, replay.detector.backfill(replay.symbol, recentTradesOf(replay.recent), at), at)
}
