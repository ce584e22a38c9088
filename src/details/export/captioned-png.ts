/** The text above the chart. */
export interface Caption {
  readonly title: string
  readonly lines: readonly string[]
}

const paddingPx = 16
const lineHeightsPx = { title: 26, line: 18 }

/**
 * The chart as a PNG with a caption: a picture is passed on without the page, so it must say what it shows.
 *
 * @param chart screenshot of the chart, in device pixels
 * @param style element with the colours and font of the caption
 */
export async function captionedPng(
  chart: HTMLCanvasElement,
  caption: Caption,
  style: HTMLElement,
): Promise<Blob> {
  const scale = Math.max(1, devicePixelRatio)
  const { color, backgroundColor, fontFamily } = getComputedStyle(style)
  const head = paddingPx * 2 + lineHeightsPx.title + caption.lines.length * lineHeightsPx.line
  const canvas = document.createElement('canvas')
  canvas.width = chart.width + 2 * paddingPx * scale
  canvas.height = chart.height + (head + paddingPx) * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = color
  context.textBaseline = 'top'
  context.font = `600 ${18 * scale}px ${fontFamily}`
  context.fillText(caption.title, paddingPx * scale, paddingPx * scale)
  context.font = `400 ${12 * scale}px ${fontFamily}`
  caption.lines.forEach((line, i) =>
    context.fillText(
      line,
      paddingPx * scale,
      (paddingPx + lineHeightsPx.title + i * lineHeightsPx.line) * scale,
    ),
  )
  context.drawImage(chart, paddingPx * scale, head * scale)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
