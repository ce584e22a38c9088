import { recordAlerts } from './alert-book.ts'
import { recentTradesOf } from './recent-trades.ts'
import type { TradeReplay } from './trade-replay.ts'

const minuteMs = 60_000

/** Delay from the request to follow a pair until its back-fill and trades arrive: connect, request, reply. */
const followDelayMs = 1000

/**
 * Advances time. A venue's all-ticker stream never pauses, so the detector also gets the frames without this
 * pair: at the feed's pace while it is attentive, as far as they change anything, otherwise one a minute; and always the
 * last one before the next trade (more would take hours and change nothing).
 *
 * @param before ms UTC: what is due earlier than this happens
 */
export function advanceTo(replay: TradeReplay, before: number): void {
  for (;;) {
    const arrival = replay.arrivesAt ?? Infinity
    const frame = nextFrame(replay, before)
    if (Math.min(arrival, frame) >= before) return
    // A frame due at the same time comes first, or it would be lost.
    if (arrival < frame) deliver(replay, arrival)
    else {
      recordAlerts(replay.book, replay.detector.ticks([], frame), frame)
      replay.now = frame
    }
    updateFollowing(replay)
  }
}

/** Checks whether the detector wants the pair's trades now, and starts or stops following. */
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
  const attentive = replay.book.open.size > 0 || replay.following
  // A back-fill comes after the frame of its time.
  if (replay.arrivesAt !== null) return next
  const due = attentive
    ? Math.ceil(replay.detector.quietUntil() / everyMs) * everyMs
    : Math.floor(now / minuteMs + 1) * minuteMs
  const last = Math.floor((before - 1) / everyMs) * everyMs
  return Math.max(next, Math.min(due, last))
}

/** Starts the follow: first the back-fill, then live trades. */
function deliver(replay: TradeReplay, at: number): void {
  replay.arrivesAt = null
  replay.following = true
  replay.now = at
  recordAlerts(replay.book, replay.detector.backfill(replay.symbol, recentTradesOf(replay.recent), at), at)
}
