/** Readings of the processor's time closer together than this (ms) go by the wall clock: each costs a system call. */
const exactEveryMs = 1

/**
 * A clock of this process's own work, ms: other work of the machine does not count. Between two exact readings it
 * goes on with the wall clock, so that it is never behind, and ahead by a millisecond at most.
 *
 * @param cpuMs the processor's time of this process so far
 * @param wallMs the wall clock
 */
export function workClock(cpuMs: () => number, wallMs: () => number): () => number {
  let exact = { cpu: cpuMs(), wall: wallMs() }
  return () => {
    const wall = wallMs()
    if (wall - exact.wall >= exactEveryMs) exact = { cpu: cpuMs(), wall }
    return exact.cpu + wall - exact.wall
  }
}
