import { pairKey } from '../market/pair.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import type { QueryKind, Queries } from '../shared/messages/queries.ts'
import { renewed } from './answer.ts'
import { chartSpan } from './chart/model.ts'
import { intervalOf } from './chart/grid.ts'
import type { Facts } from './facts.ts'
import type { Scene } from './scene.ts'

/** The questions of this page, each the name of the fact that takes its answer. */
type Kind = Extract<QueryKind, keyof Facts>

/** How often each is asked again while the page is looked at, ms. */
const everyMs: Readonly<Record<Kind, number>> = {
  candles: 60_000,
  tape: 5_000,
  elsewhere: 10_000,
  history: 300_000,
  course: 30_000,
}
/** Earlier episodes that are asked for: of the pair, or where only an id is known, of all. */
const pastMost = { pair: 20, all: 300 }

/** Asks the background what the page wants to know, each question again in its own time. */
export interface Asking {
  /** To be called often; `now` is wall clock, ms. */
  beat(scene: Scene, facts: Facts, now: number): void
  /** The page is about something else: answers that are under way are not learnt any more. */
  stop(): void
}

/** @param learn takes each answer into the facts as they are by then */
export function createAsking(learn: (change: (facts: Facts) => Facts) => void): Asking {
  const dueAt = new Map<string, number>()
  const under = new Set<Kind>()
  let stopped = false

  function ask<K extends Kind>(kind: K, what: Queries[K]['args'], now: number): void {
    // Another question of the same kind does not wait for the time of the first.
    const asked = JSON.stringify([kind, what])
    if (under.has(kind) || now < (dueAt.get(asked) ?? 0)) return
    under.add(kind)
    dueAt.set(asked, now + everyMs[kind])
    void sendQuery(kind, what).then((answer) => {
      under.delete(kind)
      if (stopped) return
      learn((facts) => ({ ...facts, [kind]: renewed<unknown>(facts[kind], answer, Date.now()) }))
    })
  }
  return {
    beat(scene, { subject, episodes }, now) {
      if (!subject || episodes === null) return
      if (scene.kind !== 'shown') {
        // Only history can still tell what the id in the address was.
        ask('history', { pair: null, before: null, most: pastMost.all }, now)
        return
      }
      const { pair, episode } = scene
      if (episode) ask('course', { episode: episode.id }, now)
      if (!pair) return ask('history', { pair: null, before: null, most: pastMost.all }, now)
      ask('history', { pair: pairKey(pair), before: null, most: pastMost.pair }, now)
      ask('candles', { pair, intervalMs: intervalOf(chartSpan(scene)) }, now)
      ask('tape', { pair }, now)
      ask('elsewhere', { pair }, now)
    },
    stop() {
      stopped = true
    },
  }
}
