import { expect, test } from 'vitest'
import { ByteWriter } from '../../../src/background/recorder/byte-writer.ts'
import { createCodecState } from '../../../src/background/recorder/frame.ts'
import { readFrames } from '../../../src/background/recorder/read-frames.ts'
import { writeFrame } from '../../../src/background/recorder/write-frame.ts'
import type { Detection } from '../../../src/detect/episode/detection.ts'
import type { RecordedEvent } from '../../../src/detect/replay/recorded-event.ts'

test.each([
  { kind: 'off-peg' },
  { kind: 'dump' },
  { kind: 'pump' },
  { kind: 'perp-gap' },
  { kind: 'liquidation-burst', side: 'longs' },
  { kind: 'liquidation-burst', side: 'shorts' },
] as const satisfies readonly Pick<Detection, 'kind' | 'side'>[])(
  'a detection of %j is recorded with kind, tier and origin',
  (what) => {
    const detection: Detection = {
      ...what,
      tier: 'danger',
      at: 2000,
      price: 0.875,
      from: { price: 1, at: 1000 },
      evidence: [],
      probability: 0,
      confirmed: true,
    }
    const worth = { usual: 5, usd: 1 }
    const event: RecordedEvent = {
      kind: 'measurement',
      pair: { symbol: 'FDUSDUSDT', base: 'FDUSD', quote: 'USDT', openedAt: 0, worth },
      measurement: { at: 2000, price: 0.875, scored: null, detections: [detection] },
    }
    const writer = new ByteWriter()
    const frame = { venue: 'binance', receivedAt: 3000, events: [event] }
    writeFrame(writer, createCodecState(), frame)
    expect([...readFrames(writer.bytes())]).toEqual([frame])
  },
)
