/** Outgoing frames, sent no faster than the venue accepts them. */
export interface SendQueue {
  push(frame: string): void
  /** Sends nothing for so long (ms). */
  pause(ms: number): void
  /** Drops the frames still waiting. */
  clear(): void
}

/**
 * @param gapMs minimum time between two frames, ms; 0: none
 * @param send sends a frame
 */
export function createSendQueue(gapMs: number, send: (frame: string) => void): SendQueue {
  let waiting: string[] = []
  let nextAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    timer = undefined
    for (let frame = waiting[0]; frame !== undefined; frame = waiting[0]) {
      const waitMs = nextAt - Date.now()
      if (waitMs > 0) {
        timer = setTimeout(flush, waitMs)
        return
      }
      nextAt = Date.now() + gapMs
      waiting = waiting.slice(1)
      send(frame)
    }
  }
  return {
    push(frame) {
      waiting.push(frame)
      if (timer === undefined) flush()
    },
    pause(ms) {
      nextAt = Math.max(nextAt, Date.now() + ms)
    },
    clear() {
      waiting = []
      clearTimeout(timer)
      timer = undefined
    },
  }
}
