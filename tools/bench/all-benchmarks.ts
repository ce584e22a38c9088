import { alertLatency } from './worker/alert-latency.ts'
import { backtestCandles, backtestTrades } from './backtest/backtest-ratio.ts'
import { confirmRatio } from './engine/confirm-ratio.ts'
import type { Benchmark } from './benchmark.ts'
import { livePrice } from './worker/live-price.ts'
import { packageBytes, pageBytes } from './page/package-bytes.ts'
import { pageLoad } from './page/page-load.ts'
import { pageRegionsGrowth } from './page/page-regions-growth.ts'
import { loadRatio } from './storage/load-ratio.ts'
import { pageCard, pageChip, pageIdle } from './page/page-share.ts'
import { peers } from './engine/peers.ts'
import { popupLongTask } from './popup/popup-long-task.ts'
import { popupOpenRatio } from './popup/popup-open-ratio.ts'
import { saveRatio } from './storage/save-ratio.ts'
import { screenAllocated } from './engine/screen-allocated.ts'
import { screenGrowth } from './engine/screen-growth.ts'
import { screenRatio } from './engine/screen-ratio.ts'
import { savedStateBytes, screenStateBytes } from './engine/state-bytes.ts'
import { wakeRatio } from './worker/wake-ratio.ts'
import { workerShareBinance } from './worker/worker-share-binance.ts'
import { writtenPerHour } from './storage/written-per-hour.ts'

/** Every benchmark, in the order of measurement: memory first, while the heap is clean. */
export const allBenchmarks: readonly Benchmark[] = [
  screenStateBytes,
  savedStateBytes,
  screenAllocated,
  screenRatio,
  screenGrowth,
  peers,
  confirmRatio,
  saveRatio,
  loadRatio,
  writtenPerHour,
  backtestTrades,
  backtestCandles,
  pageRegionsGrowth,
  packageBytes,
  pageBytes,
  popupOpenRatio,
  popupLongTask,
  pageLoad,
  pageIdle,
  pageChip,
  pageCard,
  livePrice,
  alertLatency,
  wakeRatio,
  workerShareBinance,
]
