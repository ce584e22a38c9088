import { gzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openSocket, type Socket } from '../../../src/background/sockets/socket.ts'
import type { StreamCall } from '../../../src/exchanges/feeds/stream-call.ts'

// Over a real line: a server on this machine, and a client that speaks the browser's WebSocket.

let server: WebSocketServer
let lines: WebSocket[] = []
/** What each line heard from us. */
let said: string[][] = []
let socket: Socket | null = null
let heard: unknown[] = []
let noise = 0
let ready = 0

beforeEach(async () => {
  vi.stubGlobal('WebSocket', WebSocket)
  lines = []
  said = []
  heard = []
  noise = ready = 0
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (line) => {
    lines.push(line)
    const own: string[] = []
    said.push(own)
    line.on('message', (data: Buffer) => own.push(data.toString()))
  })
  await new Promise((done) => server.once('listening', done))
})

afterEach(async () => {
  socket?.close()
  for (const line of lines) line.terminate()
  await new Promise((done) => server.close(done))
  vi.unstubAllGlobals()
})

function open(call: Partial<StreamCall> = {}, address?: () => Promise<string>): Socket {
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  socket = openSocket(
    { url, ...call },
    {
      address: address ?? (() => Promise.resolve(url)),
      onReady: () => void ready++,
      onMessage: (message) => void heard.push(message),
      onNoise: () => void noise++,
    },
  )
  return socket
}
const eventually = (assertion: () => void) => vi.waitFor(assertion, { timeout: 8000, interval: 10 })
const opened = () => eventually(() => expect(ready).toBe(1))

describe('a line to a venue', () => {
  test('is greeted once it is open, and after each break of it', async () => {
    const one = open({ handshake: { frames: [{ sub: 'all' }, 'hi'] } })
    expect(one.ready).toBe(false)
    await opened()
    expect(one.ready).toBe(true)
    await eventually(() => expect(said[0]).toEqual(['{"sub":"all"}', 'hi']))
    lines[0]!.terminate()
    await eventually(() => expect(said[1]).toEqual(['{"sub":"all"}', 'hi']))
    expect(ready).toBe(2)
  })

  test('is heard in order, whatever it takes to unpack a frame', async () => {
    open({
      framing: 'gzip',
      heartbeat: { answer: (message) => ((message as { ping?: number }).ping ? { pong: 1 } : null) },
    })
    await opened()
    const large = { n: 0, fill: 'x'.repeat(3_000_000) }
    lines[0]!.send(gzipSync(JSON.stringify(large)))
    for (let n = 1; n < 5; n++) lines[0]!.send(gzipSync(JSON.stringify({ n })))
    lines[0]!.send(gzipSync('{"half":').subarray(0, 15))
    lines[0]!.send(gzipSync('{"ping":5}'))
    await eventually(() => expect(heard).toHaveLength(6))
    expect(heard.map((message) => (message as { n?: number }).n)).toEqual([0, 1, 2, 3, 4, undefined])
    expect(noise).toBe(1)
    await eventually(() => expect(said[0]).toEqual(['{"pong":1}']))
  })

  test('opens by Socket.IO, answers its pings, and comes again when it is sent away', async () => {
    const one = open({ framing: 'socket.io' })
    await eventually(() => expect(lines).toHaveLength(1))
    lines[0]!.send('0{"sid":"a"}')
    await eventually(() => expect(said[0]).toEqual(['40']))
    expect([ready, one.ready]).toEqual([0, false])
    lines[0]!.send('40{"sid":"b"}')
    await opened()
    one.send(['join-room', 'x'])
    lines[0]!.send('2')
    lines[0]!.send('42["message",{"a":1}]')
    lines[0]!.send('<html>')
    await eventually(() => expect(said[0]).toEqual(['40', '42["join-room","x"]', '3']))
    await eventually(() => expect(noise).toBe(1))
    expect(heard).toEqual([['message', { a: 1 }]])
    lines[0]!.send('41')
    await eventually(() => expect(lines).toHaveLength(2))
    expect(one.ready).toBe(false)
  })

  test('is kept by what the venue wants to hear, no more often than it must', async () => {
    const one = open({ heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } } })
    await opened()
    const begin = Date.now()
    for (const after of [0, 19_000, 20_100, 39_000, 41_000]) one.beat(begin + after)
    lines[0]!.send('pong')
    await eventually(() => expect(said[0]).toEqual(['ping', 'ping']))
    expect(noise).toBe(0)
  })

  test('that answers no beat is dead and renewed', async () => {
    const one = open({ heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } } })
    await opened()
    one.beat(Date.now() + 61_000)
    await eventually(() => expect(ready).toBe(2))
  })

  test('whose address cannot be had is tried again', async () => {
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
    let asked = 0
    open({}, () => (++asked === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(url)))
    await opened()
    expect(asked).toBe(2)
  })

  test('that is closed stays closed', async () => {
    const one = open()
    await opened()
    one.close()
    await eventually(() => expect(lines[0]!.readyState).toBe(WebSocket.CLOSED))
    expect(one.ready).toBe(false)
    lines[0]!.emit('never')
    expect(lines).toHaveLength(1)
  })
})
