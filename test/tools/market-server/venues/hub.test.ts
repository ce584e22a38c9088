import { expect, test } from 'vitest'
import type { Client } from '../../../../tools/market-server/venues/hub.ts'
import { openHub } from '../../../../tools/market-server/venues/hub.ts'

function enter() {
  const objectIn: string[] = []
  const clients: Client[] = []
  const hub = openHub(
    () => 7,
    (client) => {
      clients.push(client)
      return (text) => objectIn.push(text)
    },
  )
  const [sent, closed]: [unknown[], number[]] = [[], []]
  const handler = hub.connect({
    host: 'venue',
    path: '/',
    query: new URLSearchParams(),
    send: (frame) => sent.push(frame),
    ping: () => undefined,
    close: (code) => closed.push(code),
  })
  const [client] = clients
  if (!client) throw new Error('nobody was let in')
  return { hub, handler, client, objectIn, sent, closed }
}

test('a message is built once for all subscribers of its topic, and not at all without any', () => {
  const { hub, client, sent } = enter()
  let made = 0
  const message = () => ({ number: ++made })
  hub.publish('ticker', message)
  expect([made, sent]).toEqual([0, []])
  client.topics.add('ticker')
  hub.publish('ticker', message)
  expect([made, sent]).toEqual([1, ['{"number":1}']])
})

test('a disconnected client is closed once and ignored from then on, as is one that left', () => {
  const { hub, handler, client, objectIn, closed } = enter()
  handler.message('before')
  hub.disconnect(client, 1008, 'enough')
  hub.disconnect(client, 1000, 'again')
  hub.close(1001, 'going away')
  handler.message('after')
  expect([objectIn, closed]).toEqual([['before'], [1008]])
  const { hub: other, handler: leaver, closed: untouched } = enter()
  leaver.closed()
  other.close(1001, 'going away')
  expect(untouched).toEqual([])
})
