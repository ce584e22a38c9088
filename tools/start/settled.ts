import { setTimeout as pause } from 'node:timers/promises'

const intervalMs = 120
const tries = 25

/** Waits until something read twice is the same, e.g. what a page says, for three seconds at most. */
export async function settled(read: () => Promise<unknown>): Promise<void> {
  let before = await read()
  for (let i = 0; i < tries; i++) {
    await pause(intervalMs)
    const now = await read()
    if (now === before) return
    before = now
  }
}
