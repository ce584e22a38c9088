import { statementText } from '../../ui/official/known-words.ts'
import type { DetailsWords } from '../words.ts'
import type { Brush } from './brush.ts'
import { endOf } from './grid.ts'
import type { ChartModel } from './model.ts'

const box = { y: 8, height: 20 }

/** What the venue said, and for how long it said nothing. */
export function drawOfficial(brush: Brush, model: ChartModel, words: DetailsWords): void {
  const { said, episode, grid, lookedAt } = model
  const shown = said.filter(({ at }) => at >= grid.from && at < endOf(grid))
  const { say, format } = words
  brush.ink('official')
  brush.text(say('chart.official'), 6, 22, { strong: true })
  const from = Math.max(90, episode ? brush.x(episode.startedAt) : 0)
  const until = shown[0] ? Math.min(brush.width, brush.x(shown[0].at)) : brush.width
  brush.ink('axis')
  const silence = silenceText(model, words)
  const silenceWidth = brush.text(silence, from, 22, { most: until - from - 8 }) ? brush.widthOf(silence) : 0
  if (lookedAt !== null && until > from) {
    brush.ink('official-edge')
    brush.context.setLineDash([2, 3])
    brush.context.beginPath()
    brush.context.moveTo(from, 29)
    brush.context.lineTo(until, 29)
    brush.context.stroke()
    brush.context.setLineDash([])
  }
  shown.forEach(({ at, statement }, i) => {
    const left = brush.x(at)
    const right = Math.min(brush.width, brush.x(shown[i + 1]?.at ?? endOf(grid))) - 3
    brush.ink('official-fill')
    brush.context.beginPath()
    brush.context.roundRect(left + 1, box.y, Math.max(4, right - left), box.height, 2)
    brush.context.fill()
    const time = format.clock(at)
    brush.ink('on-official')
    const full = `${time} ${statementText(words, statement)}`
    const look = { strong: true, bare: true, most: right - left - 10 }
    if (brush.text(full, left + 7, box.y + 14, look) || i > 0) return
    // The first word is what one looks for: where its box is too small it stands before it.
    brush.ink('official')
    const short = `${time} ${say(`topic.${statement.what}`)}`
    brush.text(short, left - 6, 22, { strong: true, align: 'right', most: left - from - silenceWidth - 16 })
  })
}

/** How long nothing was said: until the first word, be it later than the chart's end, else until the last look. */
export function silenceText(
  { said, grid, lookedAt }: Pick<ChartModel, 'said' | 'grid' | 'lookedAt'>,
  { say, format }: DetailsWords,
): string {
  if (lookedAt === null) return say('chart.official.unread')
  const first = said.find(({ at }) => at >= grid.from)
  return say('chart.official.none', { time: format.clock(first?.at ?? lookedAt) })
}
