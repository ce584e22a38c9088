import { clockSetBack, wrongClock } from './clocks.ts'
import { reset, slowDrip, venueRestart } from './connection.ts'
import { emptyList, html200, renamedField, truncatedFrame } from './content.ts'
import type { Fault } from './fault.ts'
import { frozenFrames } from './frozen-frames.ts'
import { duplicate, lateTrades, oldFrames, outOfOrder } from './order.ts'
import { deafTicker, deafTrades, halfOpen, refusedSubscription } from './silence.ts'
import { storms } from './storms.ts'

/** Every fault that can be played. */
export const faults: readonly Fault[] = [
  deafTicker,
  deafTrades,
  refusedSubscription,
  halfOpen,
  reset,
  slowDrip,
  truncatedFrame,
  duplicate,
  lateTrades,
  outOfOrder,
  oldFrames,
  frozenFrames,
  wrongClock,
  clockSetBack,
  ...storms,
  html200,
  emptyList,
  renamedField,
  venueRestart,
]
