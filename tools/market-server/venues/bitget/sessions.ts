import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { openBudget } from '../budget.ts'
import { objectIn } from '../client-message.ts'
import type { Client, Hub } from '../hub.ts'
import { openHub } from '../hub.ts'

// https://www.bitget.com/api-doc/common/websocket-intro
const maxSilenceMs = 120_000
const messagesPerSecond = 10
const subscriptionsPerHour = 240
const maxBytes = 4_096
const maxChannels = 1_000

type Command = 'subscribe' | 'unsubscribe'

/** The clients of a public socket of Bitget: v2 and v3 differ in how they name what is subscribed to. */
export interface Sessions {
  readonly hub: Hub
  /** Sends an error. */
  complain(client: Client, code: number, msg: string, more?: JsonObject): void
  /** Starts or stops a topic, and says so; returns whether it did. */
  toggle(client: Client, op: Command, topic: string, arg: JsonObject): boolean
  /** Disconnects who has not pinged for too long. */
  dropSilent(): void
}

/** Opens a socket of text frames, kept open by the text `ping`. @param order takes one argument of a command */
export function openSessions(
  wall: () => number,
  order: (client: Client, op: Command, arg: JsonObject) => void,
): Sessions {
  const hub = openHub(wall, (client) => {
    const second = openBudget(wall, messagesPerSecond, 1_000)
    const hour = openBudget(wall, subscriptionsPerHour, 3_600_000)
    return (text) => {
      if (second.charge(1) > 0) {
        complain(client, 30007, 'request over limit,connection close')
        return hub.disconnect(client, 1008, 'request over limit')
      }
      if (text === 'ping') {
        client.aliveAt = wall()
        return client.connection.send('pong')
      }
      if (text.length > maxBytes) return complain(client, 30002, 'Illegal request')
      const { op, args } = objectIn(text) ?? {}
      if (!Array.isArray(args)) return complain(client, 30002, 'Illegal request')
      if (op !== 'subscribe' && op !== 'unsubscribe') return complain(client, 30003, 'Invalid op')
      if (hour.charge(1) > 0) return complain(client, 30006, 'Requests too many')
      for (const arg of args as JsonObject[]) order(client, op, arg)
    }
  })
  function complain(client: Client, code: number, msg: string, more: JsonObject = {}): void {
    hub.send(client, { event: 'error', ...more, code, msg })
  }
  return {
    hub,
    complain,
    toggle(client, op, topic, arg) {
      if (op === 'unsubscribe') client.topics.delete(topic)
      else if (client.topics.size >= maxChannels) {
        complain(client, 30006, 'Requests too many', { arg })
        return false
      } else client.topics.add(topic)
      hub.send(client, { event: op, arg })
      return true
    },
    dropSilent() {
      for (const client of hub.clients)
        if (wall() - client.aliveAt >= maxSilenceMs) hub.disconnect(client, 1000, 'no ping')
    },
  }
}
