import { gzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { maxMessageBytes } from '../../../src/background/requests/read-text.ts'
import { openSocket, type Socket } from '../../../src/background/sockets/socket.ts'
import type { StreamCall } from '../../../src/exchanges/feeds/stream-call.ts'

// Over a real connection: a local server, and a client with the browser's WebSocket interface.

let server: WebSocketServer
let connections: WebSocket[] = []
/** The frames the server received on each connection. */
let received: string[][] = []
let socket: Socket | null = null
let messages: unknown[] = []
let unreadable = 0
let ready = 0
let closed = 0

beforeEach(async () => {
  vi.stubGlobal('WebSocket', WebSocket)
  connections = []
  received = []
  messages = []
  unreadable = ready = closed = 0
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (connection) => {
    connections.push(connection)
    const frames: string[] = []
    received.push(frames)
    connection.on('message', (data: Buffer) => frames.push(data.toString()))
  })
  await new Promise((done) => server.once('listening', done))
})

afterEach(async () => {
  socket?.close()
  for (const connection of connections) connection.terminate()
  await new Promise((done) => server.close(done))
  vi.unstubAllGlobals()
})

function open(call: Partial<StreamCall> = {}, urlOf?: () => Promise<string>): Socket {
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  socket = openSocket(
    { url, ...call },
    {
      url: urlOf ?? (() => Promise.resolve(url)),
      onReady: () => void ready++,
      onClosed: () => void closed++,
      onMessage: (message) => void messages.push(message),
      onUnreadable: () => void unreadable++,
    },
  )
  return socket
}
const eventually = (assertion: () => void) => vi.waitFor(assertion, { timeout: 8000, interval: 10 })
const opened = () => eventually(() => expect(ready).toBe(1))

describe('a socket', () => {
  test('sends the hello frames once it is open, and after each reconnection', async () => {
    const client = open({ handshake: { frames: [{ sub: 'all' }, 'hi'] } })
    expect(client.ready).toBe(false)
    await opened()
    expect(client.ready).toBe(true)
    await eventually(() => expect(received[0]).toEqual(['{"sub":"all"}', 'hi']))
    connections[0]!.terminate()
    await eventually(() => expect(received[1]).toEqual(['{"sub":"all"}', 'hi']))
    expect(ready).toBe(2)
  })

  test('delivers messages in order, however long a frame takes to decode', async () => {
    open({
      framing: 'gzip',
      heartbeat: { answer: (message) => ((message as { ping?: number }).ping ? { pong: 1 } : null) },
    })
    await opened()
    const large = { n: 0, fill: 'x'.repeat(3_000_000) }
    connections[0]!.send(gzipSync(JSON.stringify(large)))
    for (let n = 1; n < 5; n++) connections[0]!.send(gzipSync(JSON.stringify({ n })))
    connections[0]!.send(gzipSync('{"half":').subarray(0, 15))
    connections[0]!.send(gzipSync('{"ping":5}'))
    await eventually(() => expect(messages).toHaveLength(6))
    expect(messages.map((message) => (message as { n?: number }).n)).toEqual([0, 1, 2, 3, 4, undefined])
    expect(unreadable).toBe(1)
    await eventually(() => expect(received[0]).toEqual(['{"pong":1}']))
  })

  test('unpacks only so many frames that came faster than it unpacks', async () => {
    open({ framing: 'gzip' })
    await opened()
    const frame = gzipSync('{"n":1}')
    for (let n = 0; n < 5000; n++) connections[0]!.send(frame)
    await eventually(() => expect(messages.length + unreadable).toBe(5000))
    expect(unreadable).toBeGreaterThan(0)
    connections[0]!.send(frame)
    await eventually(() => expect(messages.length + unreadable).toBe(5001))
    expect(messages.length).toBeGreaterThan(1000)
  })

  test('neither decodes a frame that is too large, nor repeats what was made to be long', async () => {
    open({ heartbeat: { answer: (message) => message } })
    await opened()
    connections[0]!.send(`"${'x'.repeat(maxMessageBytes)}"`)
    connections[0]!.send(`"${'y'.repeat(5000)}"`)
    connections[0]!.send('{"ping":1}')
    await eventually(() => expect(received[0]).toEqual(['{"ping":1}']))
    expect([unreadable, messages.length]).toEqual([1, 2])
  })

  test('opens by Socket.IO, answers its pings, and reconnects when the venue closes it', async () => {
    const client = open({ framing: 'socket.io' })
    await eventually(() => expect(connections).toHaveLength(1))
    connections[0]!.send('0{"sid":"a"}')
    await eventually(() => expect(received[0]).toEqual(['40']))
    expect([ready, client.ready]).toEqual([0, false])
    connections[0]!.send('40{"sid":"b"}')
    await opened()
    connections[0]!.send('40{"sid":"b"}')
    client.send(['join-room', 'x'])
    connections[0]!.send('2')
    connections[0]!.send('42["message",{"a":1}]')
    connections[0]!.send('<html>')
    await eventually(() => expect(received[0]).toEqual(['40', '42["join-room","x"]', '3']))
    await eventually(() => expect(unreadable).toBe(1))
    expect(messages).toEqual([['message', { a: 1 }]])
    expect(ready).toBe(1)
    connections[0]!.send('41')
    await eventually(() => expect(connections).toHaveLength(2))
    expect(client.ready).toBe(false)
  })

  test('sends heartbeats, no more often than needed', async () => {
    const client = open({ heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } } })
    await opened()
    const begin = Date.now()
    for (const after of [0, 19_000, 20_100, 39_000, 41_000]) client.tick(begin + after)
    connections[0]!.send('pong')
    await eventually(() => expect(received[0]).toEqual(['ping', 'ping']))
    expect(unreadable).toBe(0)
  })

  test('without an answer to heartbeats is reconnected', async () => {
    const client = open({ heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } } })
    await opened()
    client.tick(Date.now() + 61_000)
    await eventually(() => expect(ready).toBe(2))
  })

  test('is left as soon as the venue announces that it will close it, and the announcement is no data', async () => {
    const isClosing = (message: unknown) => (message as { e?: string }).e === 'serverShutdown'
    open({ isClosing })
    await opened()
    connections[0]!.send('{"e":"serverShutdown","E":1700000000000}')
    await eventually(() => expect(ready).toBe(2))
    expect([messages, closed]).toEqual([[], 1])
  })

  test('that the venue never greets is reconnected', async () => {
    const client = open({ framing: 'socket.io' })
    await eventually(() => expect(connections).toHaveLength(1))
    await new Promise((done) => setImmediate(done))
    await eventually(() => {
      client.tick(Date.now() + 3_600_000)
      expect(connections).toHaveLength(2)
    })
  })

  test('whose URL is rejected tries again', async () => {
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
    let attempts = 0
    open({}, () => (++attempts === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(url)))
    await opened()
    expect(attempts).toBe(2)
  })

  test('that is closed stays closed', async () => {
    const client = open()
    await opened()
    client.close()
    await eventually(() => expect(connections[0]!.readyState).toBe(WebSocket.CLOSED))
    expect(client.ready).toBe(false)
    connections[0]!.emit('never')
    expect(connections).toHaveLength(1)
  })
})
