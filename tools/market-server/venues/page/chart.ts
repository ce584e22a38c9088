import type { Candle } from './view.ts'

/**
 * Draws candles and turnover on a canvas sized to its box.
 *
 * @param candles oldest first
 * @param decimals of a price
 */
export function drawChart(canvas: HTMLCanvasElement, candles: readonly Candle[], decimals: number): void {
  const { width, height } = canvas.getBoundingClientRect()
  const pen = canvas.getContext('2d')
  const shown = candles.slice(-Math.max(20, Math.floor((width - 90) / 8)))
  if (!pen || shown.length === 0) return
  canvas.width = width * devicePixelRatio
  canvas.height = height * devicePixelRatio
  pen.scale(devicePixelRatio, devicePixelRatio)
  const ink = {
    up: resolvedColor(canvas, '--up'),
    down: resolvedColor(canvas, '--down'),
    line: resolvedColor(canvas, '--line'),
    muted: resolvedColor(canvas, '--muted'),
  }
  // One trade at an absurd price must not flatten the chart: candle bodies set the scale, wicks are cut.
  const bodies = shown.flatMap(([, open, , , close]) => [open, close]).sort((a, b) => a - b)
  const middle = bodies[Math.floor(bodies.length / 2)] ?? 0
  const sound = bodies.filter((price) => price > middle / 20 && price < middle * 20)
  const highest = Math.max(...sound)
  const lowest = Math.min(...sound)
  const margin = (highest - lowest) * 0.15 || highest * 0.01
  const near = (price: number): number => Math.max(lowest - margin, Math.min(highest + margin, price))
  const top = Math.max(...shown.map(([, , high]) => near(high)))
  const bottom = Math.min(...shown.map(([, , , low]) => near(low)))
  const most = Math.max(...shown.map((row) => row[5]), Number.MIN_VALUE)
  const room = { right: 84, bottom: 24, volume: Math.min(80, height / 5) }
  const y = (price: number): number =>
    14 + ((top - near(price)) / (top - bottom || 1)) * (height - room.volume - room.bottom - 28)
  const step = (width - room.right - 8) / shown.length

  pen.font = '10px Inter, system-ui, sans-serif'
  for (let line = 0; line < 6; line++) {
    const price = bottom + ((top - bottom) * line) / 5
    pen.fillStyle = ink.line
    pen.fillRect(0, Math.round(y(price)), width - room.right + 6, 1)
    pen.fillStyle = ink.muted
    pen.fillText(price.toFixed(decimals), width - room.right + 12, y(price) + 4)
  }
  shown.forEach(([at, open, high, low, close, turnover], i) => {
    const x = 8 + i * step
    const wide = Math.max(1, step * 0.62)
    pen.fillStyle = close >= open ? ink.up : ink.down
    pen.fillRect(x + wide / 2 - 0.5, y(high), 1, Math.max(1, y(low) - y(high)))
    pen.fillRect(x, Math.min(y(open), y(close)), wide, Math.max(1, Math.abs(y(open) - y(close))))
    pen.globalAlpha = 0.35
    const tall = (turnover / most) * room.volume
    pen.fillRect(x, height - room.bottom - tall, wide, tall)
    pen.globalAlpha = 1
    if (i % Math.ceil(90 / step) !== 0) return
    pen.fillStyle = ink.muted
    pen.fillText(new Date(at).toTimeString().slice(0, 5), x, height - 8)
  })
}

/** A colour of the style sheet for the canvas: `light-dark()` resolved. */
function resolvedColor(canvas: HTMLCanvasElement, name: string): string {
  canvas.style.color = `var(${name})`
  return getComputedStyle(canvas).color
}
