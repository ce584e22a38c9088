import { backtestCandles, backtestTrades } from './backtest-ratio.ts'
import { confirmRatio } from './confirm-ratio.ts'
import type { Benchmark } from './benchmark.ts'
import { loadRatio } from './load-ratio.ts'
import { pageCard, pageChip, pageIdle } from './page-share.ts'
import { popupLongTask } from './popup-long-task.ts'
import { popupOpenRatio } from './popup-open-ratio.ts'
import { saveRatio } from './save-ratio.ts'
import { screenRatio } from './screen-ratio.ts'
import { savedStateBytes, screenStateBytes } from './state-bytes.ts'
import { writtenPerHour } from './written-per-hour.ts'

/** Every benchmark, in the order of measurement: memory first, while the heap is clean. */
export const allBenchmarks: readonly Benchmark[] = [
  screenStateBytes,
  savedStateBytes,
  screenRatio,
  confirmRatio,
  saveRatio,
  loadRatio,
  writtenPerHour,
  backtestTrades,
  backtestCandles,
  popupOpenRatio,
  popupLongTask,
  pageIdle,
  pageChip,
  pageCard,
]
