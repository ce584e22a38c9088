import { byGood } from '../../market/deals.ts'
import type { Print } from '../../market/order.ts'
import type { Shelf } from '../../market/shelf.ts'
import { heard, textsOf } from '../heard.ts'
import type { Room } from '../room.ts'
import { dismissSilent, openRoom } from '../room.ts'
import { dealsPush } from './push.ts'

// https://www.mexc.com/api-docs/spot-v3/websocket-market-streams: 30 subscriptions a line; a line
// without any is closed after 30 s, a silent one after a minute.

const MOST = 30
const IDLE_MS = 30_000
const SILENT_MS = 60_000
const TOPIC = /^spot@public\.aggre\.deals\.v3\.api\.pb@100ms@(\w+)$/

/** The public stream: data in protobuf, everything else in text. */
export function openStreams(
  shelf: Shelf,
  wall: () => number,
): Room & { step(prints: readonly Print[]): void } {
  const room = openRoom(
    wall,
    (guest) => (text) => {
      guest.aliveAt = wall()
      const { id = 0, method, params } = heard(text) ?? {}
      const say = (msg: string): void => room.tell(guest, { id, code: 0, msg })
      if (method === 'PING') return say('PONG')
      const topics = textsOf(params)
      if (method === 'UNSUBSCRIPTION') {
        for (const topic of topics) guest.topics.delete(topic)
        return say(topics.join())
      }
      const strange = topics.filter((topic) => !shelf.good(TOPIC.exec(topic)?.[1] ?? ''))
      const tooMany = new Set([...guest.topics, ...topics]).size > MOST
      if (method !== 'SUBSCRIPTION' || tooMany || strange.length > 0)
        return say(
          `Not Subscribed successfully! [${topics.join()}].  Reason： ${tooMany ? 'Exceed the maximum of 30' : 'Blocked! '}`,
        )
      for (const topic of topics) guest.topics.add(topic)
      say(topics.join())
    },
    (message) => (message instanceof Uint8Array ? message : JSON.stringify(message)),
  )
  return {
    ...room,
    step(prints) {
      dismissSilent(room, wall() - SILENT_MS)
      for (const guest of room.guests)
        if (guest.topics.size === 0 && wall() - guest.openedAt > IDLE_MS)
          room.dismiss(guest, 1000, 'No subscription')
      for (const [{ symbol }, deals] of byGood(shelf.dealsOf(prints))) {
        const topic = `spot@public.aggre.deals.v3.api.pb@100ms@${symbol}`
        room.say(topic, () => dealsPush(topic, deals, shelf.now))
      }
    },
  }
}
