/** The lines above a chart's picture. */
export interface Caption {
  readonly title: string
  readonly lines: readonly string[]
}

const padding = 16
const heights = { title: 26, line: 18 }

/**
 * The chart with its head text as one PNG. A picture travels without the page: what it is of, since when and
 * what it is not stand in it.
 *
 * @param chart the chart as it is on screen
 * @param style an element whose colours and font the text takes
 */
export async function picture(chart: HTMLCanvasElement, caption: Caption, style: HTMLElement): Promise<Blob> {
  const scale = Math.max(1, devicePixelRatio)
  const { color, backgroundColor, fontFamily } = getComputedStyle(style)
  const head = padding * 2 + heights.title + caption.lines.length * heights.line
  const canvas = document.createElement('canvas')
  canvas.width = chart.width + 2 * padding * scale
  canvas.height = chart.height + (head + padding) * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = color
  context.textBaseline = 'top'
  context.font = `600 ${18 * scale}px ${fontFamily}`
  context.fillText(caption.title, padding * scale, padding * scale)
  context.font = `400 ${12 * scale}px ${fontFamily}`
  caption.lines.forEach((line, i) =>
    context.fillText(line, padding * scale, (padding + heights.title + i * heights.line) * scale),
  )
  context.drawImage(chart, padding * scale, head * scale)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
