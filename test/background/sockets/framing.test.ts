import { gzipSync } from 'node:zlib'
import { PbfWriter } from 'pbf'
import { describe, expect, test } from 'vitest'
import { framingOf } from '../../../src/background/sockets/framing.ts'
import { mexc } from '../../../src/exchanges/mexc.ts'
import { read } from '../../../src/exchanges/validate/read.ts'

const bytes = (data: Uint8Array): ArrayBuffer => Uint8Array.from(data).buffer
const message = (content: unknown) => ({ kind: 'message', message: content })

describe('frames of text', () => {
  const framing = framingOf({ url: '' })

  test('are JSON, in text or in the bytes of text', () => {
    expect(framing.take('{"a":1}')).toEqual(message({ a: 1 }))
    expect(framing.take(bytes(new TextEncoder().encode('{"日本":"円"}')))).toEqual(message({ 日本: '円' }))
  })

  test('may be the bare answer to a bare ping', () => {
    expect(framing.take('pong')).toEqual({ kind: 'nothing' })
    expect(framing.take('PONG')).toEqual({ kind: 'nothing' })
  })

  test.each(['', '<html>', '{"half":', 'ping pong'])('%j is noise', (text) => {
    expect(() => framing.take(text)).toThrow(SyntaxError)
  })

  test('go out as JSON, or bare where they are text', () => {
    expect(framing.wrap({ op: 'ping' })).toBe('{"op":"ping"}')
    expect(framing.wrap('ping')).toBe('ping')
  })
})

describe('packed frames', () => {
  const framing = framingOf({ url: '', framing: 'gzip' })

  test('are unpacked; text is read as it is', async () => {
    expect(await framing.take(bytes(gzipSync('{"ping":7}')))).toEqual(message({ ping: 7 }))
    expect(await framing.take('{"a":1}')).toEqual(message({ a: 1 }))
  })

  test.each([
    ['half a frame', gzipSync('{"a":1}').subarray(0, 12)],
    ['a frame of nothing', new Uint8Array()],
    ['a frame of something else', new TextEncoder().encode('<html>')],
    ['packed nonsense', gzipSync('{"a":')],
  ])('%s is noise', async (_, data) => {
    await expect(framing.take(bytes(data))).rejects.toThrow()
  })
})

describe('Socket.IO packets', () => {
  const framing = framingOf({ url: '', framing: 'socket.io' })

  test('open, keep and end the line', () => {
    expect(framing.readyAtOnce).toBe(false)
    expect(framing.take('0{"sid":"a","pingInterval":25000}')).toEqual({ kind: 'say', text: '40' })
    expect(framing.take('40{"sid":"b"}')).toEqual({ kind: 'ready' })
    expect(framing.take('2')).toEqual({ kind: 'say', text: '3' })
    expect(framing.take('6')).toEqual({ kind: 'nothing' })
    for (const end of ['1', '41', '44{"message":"no"}']) expect(framing.take(end)).toEqual({ kind: 'gone' })
  })

  test('carry messages', () => {
    expect(framing.take('42["message",{"a":1}]')).toEqual(message(['message', { a: 1 }]))
    expect(framing.wrap(['join-room', 'ticker_btc_jpy'])).toBe('42["join-room","ticker_btc_jpy"]')
  })

  test.each(['', '42["half', '9', '<html>'])('%j is noise', (packet) => {
    expect(() => framing.take(packet)).toThrow()
  })
})

describe('protobuf', () => {
  const framing = framingOf({ url: '', framing: 'protobuf' })
  /** What MEXC pushes: two trades, between fields that Keiho does not know. */
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

  test('gives trades in the form the adapter reads', () => {
    const heard = framing.take(bytes(pushed())) as { message: unknown }
    expect(mexc.kindOf(heard.message)).toBe('ws.trades')
    expect(read(mexc, 'ws.trades', heard.message, 0)).toEqual({
      rows: [deal(0.05, 'buy', 1_700_000_000_123), deal(0.051, 'sell', 1_700_000_000_124)],
      dropped: 0,
    })
    expect(heard.message).toMatchObject({ sendTime: '1700000000125' })
  })

  test('acknowledges in text', () => {
    expect(framing.take('{"id":0,"code":0,"msg":"PONG"}')).toEqual(message({ id: 0, code: 0, msg: 'PONG' }))
  })

  test('cut anywhere never gives a trade that was not told', () => {
    const whole = pushed()
    for (let end = 0; end < whole.length; end++) {
      let heard: unknown = null
      try {
        heard = (framing.take(bytes(whole.subarray(0, end))) as { message: unknown }).message
      } catch {
        continue
      }
      const { rows } = read(mexc, 'ws.trades', heard, 0)
      for (const row of rows) expect([0.05, 0.051]).toContain((row as { price: number }).price)
    }
  })
})
