import { exchanges } from '../../../src/exchanges/registry.ts'
import { openStory } from '../../market-server/scenarios.ts'
import { pumpEverywhere } from '../../market-server/stories/pump-everywhere.ts'
import { eventsEverywhere } from './events-everywhere.ts'
import { recordAnswers } from './record-answers.ts'
import { recordFrames } from './record-frames.ts'
import type { WireMessage } from './wire-message.ts'

/** Only the busiest coins: messages stay small. */
const minOrdersPerMinute = 60
/** Of a longer list the first rows stand for all. */
const maxRows = 12

/**
 * Messages of venues, of every kind, as the market server writes them: the same seed gives the same messages.
 *
 * @param ids the venues; absent: all
 */
export async function recordCorpus(
  seed: number,
  ids: readonly string[] = exchanges.map(({ id }) => id),
): Promise<readonly WireMessage[]> {
  const { market } = openStory({ ...pumpEverywhere, minOrdersPerMinute, events: eventsEverywhere }, { seed })
  const chosen = exchanges.filter(({ id }) => ids.includes(id))
  const frames = await recordFrames(market, chosen)
  const answers = chosen.flatMap((exchange) => recordAnswers(exchange, market))
  return [...frames, ...answers].map((message) => ({ ...message, payload: shortened(message.payload) }))
}

/** The payload with its lists cut. */
function shortened(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload
  if (Array.isArray(payload)) return payload.slice(0, maxRows).map(shortened)
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, shortened(value)]))
}
