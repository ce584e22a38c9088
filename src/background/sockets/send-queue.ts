/** Outgoing frames, sent no faster than the venue accepts them. */
export interface SendQueue {
  /** Sends the frame in its turn. Dropped where too many wait: what is not answered is sent again later. */
  push(frame: string): void
  /** Sends nothing for so long (ms). */
  pause(ms: number): void
  /** Drops the frames still waiting. */
  clear(): void
}

/** Most frames that wait: some hundred seconds' worth of subscriptions, one pair each. */
const maxWaiting = 2000

/**
 * @param gapMs minimum time between two frames, ms; 0: none
 * @param send sends a frame
 */
export function createSendQueue(gapMs: number, send: (frame: string) => void): SendQueue {
  let waiting: string[] = []
  /** Runs while nothing may be sent. Timers count elapsed time: no clock that is set back delays a frame. */
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      flush()
    }, ms)
  }
  function flush(): void {
    while (timer === undefined && waiting.length > 0) {
      const frame = waiting.shift()
      if (gapMs > 0) wait(gapMs)
      if (frame !== undefined) send(frame)
    }
  }
  return {
    push(frame) {
      if (waiting.length < maxWaiting) waiting.push(frame)
      flush()
    },
    pause(ms) {
      if (ms > 0) wait(Math.max(ms, gapMs))
    },
    clear() {
      waiting = []
    },
  }
}
