/** Frames on their way out, no faster than the venue takes them. */
export interface Pace {
  push(frame: string): void
  /** Lets nothing out for so long (ms). */
  rest(ms: number): void
  /** Forgets what is still waiting. */
  clear(): void
}

/**
 * @param gapMs least time between two frames, ms; 0: none
 * @param say sends a frame
 */
export function createPace(gapMs: number, say: (frame: string) => void): Pace {
  let waiting: string[] = []
  let freeAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    timer = undefined
    for (let frame = waiting[0]; frame !== undefined; frame = waiting[0]) {
      const wait = freeAt - Date.now()
      if (wait > 0) {
        timer = setTimeout(flush, wait)
        return
      }
      freeAt = Date.now() + gapMs
      waiting = waiting.slice(1)
      say(frame)
    }
  }
  return {
    push(frame) {
      waiting.push(frame)
      if (timer === undefined) flush()
    },
    rest(ms) {
      freeAt = Math.max(freeAt, Date.now() + ms)
    },
    clear() {
      waiting = []
      clearTimeout(timer)
      timer = undefined
    },
  }
}
