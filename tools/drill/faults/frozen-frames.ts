import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { readMarket } from '../../../src/exchanges/perpetual/read-market.ts'
import { rowsOf } from '../../../src/exchanges/validate/read.ts'
import { frameJson, kindOfFrame } from '../network/frame-json.ts'
import { type Frame, type Line, soundLine } from '../network/line.ts'
import { asksForTickers } from './calls.ts'
import { type Fault, firstWay } from './fault.ts'
import type { Reply } from '../../market-server/venues/simulated-venue.ts'

/** As from a cache before the venue, or a publisher that hangs: messages come in time and say nothing new. */
export const frozenFrames: Fault = {
  name: 'frozen-frames',
  about: 'on their usual way tickers stay as they were, their times included; all else goes on',
  cuts: (exchange) => [firstWay(exchange)],
  open({ exchange, network }) {
    const frames = new Map<string, Frame>()
    const replies = new Map<string, Reply>()
    let hasBegun = false
    const newest = <T>(known: Map<string, T>, key: string, value: T): T => {
      const kept = hasBegun ? (known.get(key) ?? value) : value
      known.set(key, kept)
      return kept
    }
    const line: Line = {
      ...soundLine,
      answer(call, venue) {
        const reply = venue.answer(call)
        const isUsual = !exchange.stream && asksForTickers(exchange, call)
        return isUsual ? newest(replies, `${call.host}${call.path}?${call.query}`, reply) : reply
      },
      toClient(frame, _, send) {
        const isTicker = kindOfFrame(exchange, frame) === 'ws.ticker'
        send(isTicker ? newest(frames, pairOf(exchange, frame), frame) : frame)
      },
    }
    // What is sent before the fault is what stays.
    network.setLine(exchange.id, line)
    return { line, begin: () => void (hasBegun = true) }
  },
}

/** The pair of a frame; empty where a frame has many. */
function pairOf(exchange: Exchange, frame: Frame): string {
  const json = exchange.stream?.tickerFrame && frameJson(frame)
  const reading = json ? readMarket(exchange, 'ws.ticker', JSON.parse(json), 0) : null
  return (reading && rowsOf(reading, 'tick')[0]?.symbol) ?? ''
}
