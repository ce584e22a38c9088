import { gzipSync } from 'node:zlib'
import { PbfWriter } from 'pbf'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { framingOf } from '../../../src/background/sockets/framing.ts'
import { maxMessageBytes } from '../../../src/background/requests/read-text.ts'
import { mexc } from '../../../src/exchanges/mexc.ts'
import { read } from '../../../src/exchanges/validate/read.ts'

afterEach(() => void vi.restoreAllMocks())

const bytes = (data: Uint8Array): ArrayBuffer => Uint8Array.from(data).buffer
const message = (content: unknown) => ({ kind: 'message', message: content })

describe('frames of text', () => {
  const framing = framingOf({ url: '' })

  test('are JSON, as text or as UTF-8 bytes', () => {
    expect(framing.decode('{"a":1}')).toEqual(message({ a: 1 }))
    expect(framing.decode(bytes(new TextEncoder().encode('{"日本":"円"}')))).toEqual(message({ 日本: '円' }))
  })

  test('may be the plain answer to a text ping', () => {
    expect(framing.decode('pong')).toEqual({ kind: 'ignored' })
    expect(framing.decode('PONG')).toEqual({ kind: 'ignored' })
  })

  test.each(['', '<html>', '{"half":', 'ping pong'])('%j is invalid', (text) => {
    expect(() => framing.decode(text)).toThrow(SyntaxError)
  })

  test('are sent as JSON, or unchanged where they are strings', () => {
    expect(framing.encode({ op: 'ping' })).toBe('{"op":"ping"}')
    expect(framing.encode('ping')).toBe('ping')
  })
})

describe('gzip frames', () => {
  const framing = framingOf({ url: '', framing: 'gzip' })

  test('are decompressed; text is read as it is', async () => {
    expect(await framing.decode(bytes(gzipSync('{"ping":7}')))).toEqual(message({ ping: 7 }))
    expect(await framing.decode('{"a":1}')).toEqual(message({ a: 1 }))
  })

  test.each([
    ['half a frame', gzipSync('{"a":1}').subarray(0, 12)],
    ['a frame of nothing', new Uint8Array()],
    ['a frame of something else', new TextEncoder().encode('<html>')],
    ['packed nonsense', gzipSync('{"a":')],
  ])('%s is invalid', async (_, data) => {
    await expect(framing.decode(bytes(data))).rejects.toThrow()
  })

  test('that unpack to more than a message may have are left half unpacked', async () => {
    const unpacked = vi.spyOn(TextDecoder.prototype, 'decode')
    const bomb = gzipSync(Buffer.alloc(8 * maxMessageBytes, ' '))
    await expect(framing.decode(bytes(bomb))).rejects.toThrow('too large')
    const decoded = unpacked.mock.calls.reduce((sum, [part]) => sum + (part?.byteLength ?? 0), 0)
    expect(decoded).toBeLessThanOrEqual(maxMessageBytes)
  })
})

describe('Socket.IO packets', () => {
  const framing = framingOf({ url: '', framing: 'socket.io' })

  test('open, keep and close the connection', () => {
    expect(framing.readyOnOpen).toBe(false)
    expect(framing.decode('0{"sid":"a","pingInterval":25000}')).toEqual({ kind: 'reply', text: '40' })
    expect(framing.decode('40{"sid":"b"}')).toEqual({ kind: 'ready' })
    expect(framing.decode('2')).toEqual({ kind: 'reply', text: '3' })
    expect(framing.decode('6')).toEqual({ kind: 'ignored' })
    for (const end of ['1', '41', '44{"message":"no"}'])
      expect(framing.decode(end)).toEqual({ kind: 'closing' })
  })

  test('carry messages', () => {
    expect(framing.decode('42["message",{"a":1}]')).toEqual(message(['message', { a: 1 }]))
    expect(framing.encode(['join-room', 'ticker_btc_jpy'])).toBe('42["join-room","ticker_btc_jpy"]')
  })

  test.each(['', '42["half', '9', '<html>'])('%j is invalid', (packet) => {
    expect(() => framing.decode(packet)).toThrow()
  })
})

describe('protobuf', () => {
  const framing = framingOf({ url: '', framing: 'protobuf' })
  /** A message of MEXC: two trades, between unknown fields. */
  function pushed(): Uint8Array {
    const writer = new PbfWriter()
    writer.writeStringField(1, 'spot@public.aggre.deals.v3.api.pb@100ms@SYSUSDT')
    writer.writeMessage(
      314,
      (_, body) => {
        for (const [price, side, at] of [
          ['0.05', 1, 1_700_000_000_123],
          ['0.051', 2, 1_700_000_000_124],
        ] as const) {
          body.writeMessage(
            1,
            (__, deal) => {
              deal.writeStringField(1, price)
              deal.writeStringField(2, '12')
              deal.writeVarintField(3, side)
              deal.writeVarintField(4, at)
              deal.writeStringField(99, 'later')
            },
            null,
          )
        }
        body.writeStringField(2, 'spot@public.aggre.deals.v3.api.pb')
      },
      null,
    )
    writer.writeStringField(3, 'SYSUSDT')
    writer.writeVarintField(6, 1_700_000_000_125)
    writer.writeStringField(77, 'of a later schema')
    return writer.finish()
  }
  const deal = (price: number, side: string, at: number) => ({
    type: 'trade',
    symbol: 'SYSUSDT',
    price,
    amount: 12,
    side,
    at,
  })

  test('decodes to trades in the form the adapter reads', () => {
    const decoded = framing.decode(bytes(pushed())) as { message: unknown }
    expect(mexc.kindOf(decoded.message)).toBe('ws.trades')
    expect(read(mexc, 'ws.trades', decoded.message, 0)).toEqual({
      rows: [deal(0.05, 'buy', 1_700_000_000_123), deal(0.051, 'sell', 1_700_000_000_124)],
      dropped: 0,
    })
    expect(decoded.message).toMatchObject({ sendTime: '1700000000125' })
  })

  test('with more trades than any message is none', () => {
    const empty = Uint8Array.of(10, 0)
    const body = Buffer.concat(new Array(20_000).fill(empty))
    // Field 314, of 40,000 bytes.
    const head = Uint8Array.of(0xd2, 0x13, 0xc0, 0xb8, 0x02)
    expect(() => framing.decode(bytes(Buffer.concat([head, body])))).toThrow('too many trades')
  })

  test('acknowledges as text', () => {
    expect(framing.decode('{"id":0,"code":0,"msg":"PONG"}')).toEqual(message({ id: 0, code: 0, msg: 'PONG' }))
  })

  test('cut anywhere never yields a wrong trade', () => {
    const whole = pushed()
    for (let end = 0; end < whole.length; end++) {
      let decoded: unknown = null
      try {
        decoded = (framing.decode(bytes(whole.subarray(0, end))) as { message: unknown }).message
      } catch {
        continue
      }
      const { rows } = read(mexc, 'ws.trades', decoded, 0)
      for (const row of rows) expect([0.05, 0.051]).toContain((row as { price: number }).price)
    }
  })
})
