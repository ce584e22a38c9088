import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { seeded } from '../../examples/seeded.ts'

const from = Date.UTC(2020, 5, 1)
const weekMs = 7 * 86_400_000

/** A recording in a folder of its own, to be removed. */
export interface Recording {
  readonly file: string
  remove(): void
}

/** `rows` trades of a week of one thin pair: most of them alone in their second, and a pump in the middle of it. */
export function recordedTrades(rows: number): Recording {
  const random = seeded(3)
  const step = weekMs / rows
  let at = from
  let price = 0.002
  const lines = ['time_ms,side,price,amount']
  for (let row = 0; row < rows; row++) {
    // A tenth of the trades of a pump comes within minutes, as of the announced ones.
    const isPump = row >= rows * 0.45 && row < rows * 0.55
    at += isPump ? random() * 100 : random() < 0.4 ? random() * 900 : 2 * random() * step
    price *= 1 + (random() - 0.5) / 1000 + (isPump ? 5 / rows : 0)
    lines.push(
      `${Math.floor(at)},${random() < 0.5 ? 'B' : 'S'},${price.toFixed(7)},${(50 * random()).toFixed(2)}`,
    )
  }
  return write('COIN_2020.csv.gz', lines)
}

/** `minutes` one-minute bars of each of `pairs` pairs, listed pair after pair. */
export function recordedCandles(pairs: number, minutes: number): Recording {
  const random = seeded(5)
  const lines = ['pair,time_s,open,high,low,close,volume']
  for (let pair = 0; pair < pairs; pair++) {
    let close = 0.001 * (1 + random())
    for (let minute = 0; minute < minutes; minute++) {
      const open = close
      close *= 1 + (random() - 0.5) / 300
      const [high, low] = [Math.max(open, close), Math.min(open, close)]
      const prices = [open, high, low, close].map((price) => price.toFixed(8))
      lines.push(
        `COIN${pair}_BTC,${from / 1000 + 60 * minute},${prices.join(',')},${(500 * random()).toFixed(1)}`,
      )
    }
  }
  return write('candles.csv.gz', lines)
}

function write(name: string, lines: readonly string[]): Recording {
  const folder = mkdtempSync(join(tmpdir(), 'keiho-bench-'))
  const file = join(folder, name)
  writeFileSync(file, gzipSync(lines.join('\n')))
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
