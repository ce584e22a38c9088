import type { Instrument } from '../market/instrument.ts'
import type { TakerOrder } from '../market/order.ts'
import type { OrderSource } from '../market/source.ts'

/** Replays recorded orders of one pair at their own times, shifted by `shift` ms. */
export function openReplay(instrument: Instrument, orders: readonly TakerOrder[], shift = 0): OrderSource {
  let next = 0
  return {
    instruments: [instrument],
    from: (orders[0]?.at ?? 0) + shift - 1,
    until(to, sink) {
      for (let order = orders[next]; order && order.at + shift <= to; order = orders[++next]) {
        sink.order(shift === 0 ? order : { ...order, at: order.at + shift })
      }
    },
  }
}
