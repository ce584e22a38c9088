import { setTimeout as pause } from 'node:timers/promises'
import type { Episode } from '../../src/market/episode.ts'
import type { Driver } from '../browsers/driver.ts'
import { storedList } from '../browsers/stored-values.ts'
import { watchEpisodes } from '../browsers/watch-episodes.ts'
import type { Environment } from './environment.ts'
import { openOfficialChecks } from './official-checks.ts'

/** Wall time of one step of the story, ms; it takes longer where the machine is slow. */
const stepMs = 100
/** How long the extension may take for a step or to bring its first data before the story goes on without it, ms. */
const stepTimeoutMs = 3_000
const firstDataTimeoutMs = 30_000
/** Market time that passes at its ordinary speed before the story begins, ms. */
const warmUpMs = 60_000

/** What a run shows at one moment of the story, which waits meanwhile. */
export interface Look {
  /** Market time, ms UTC. */
  readonly at: number
  /** The episodes stored now. */
  readonly present: readonly Episode[]
  /** Every value stored since the last look, oldest first. */
  readonly stored: readonly (readonly Episode[])[]
}

export interface Run {
  /** Called after each step. */
  look(look: Look): Promise<void>
  /** Asked before each step: whether the run is over. `wallMs` is how long the story has run. */
  isOver(wallMs: number): boolean
}

/**
 * Plays a story step by step. No step is taken before the extension has handled the one before, so that what it
 * sees does not depend on how fast the machine is.
 */
export async function play(driver: Driver, environment: Environment, run: Run): Promise<void> {
  const drain = await watchEpisodes(driver)
  await firstData(driver, environment)
  const checks = openOfficialChecks(driver, environment)
  let present: readonly Episode[] = []
  for (let step = 1; !run.isOver(step * stepMs); step++) {
    environment.pass(stepMs)
    await Promise.all([pause(stepMs), caughtUp(driver)])
    await checks.update(step * stepMs)
    const stored = await drain()
    present = stored.at(-1) ?? present
    await run.look({ at: environment.now(), present, stored })
  }
}

/** Waits until the background has answered, and so has handled the frames before. */
async function caughtUp(driver: Driver): Promise<void> {
  const answer = driver.inExtension(
    "chrome.runtime.sendMessage({ query: 'unstored', args: {} }).then(() => 1, () => 0)",
  )
  await Promise.race([answer, pause(stepTimeoutMs, undefined, { ref: false })])
}

/**
 * The story begins once market data reach the extension, and each time at the same market time: how long a browser
 * takes to start differs most.
 */
async function firstData(driver: Driver, environment: Environment): Promise<void> {
  const since = performance.now()
  while (performance.now() - since < firstDataTimeoutMs) {
    environment.idle(stepMs)
    await pause(stepMs)
    const venues = await storedList(driver, 'venues')
    if (venues.some(({ receivedAt }) => receivedAt !== null)) break
  }
  environment.idle(Math.max(0, environment.starts + warmUpMs - environment.now()))
}
