import { statementText } from '../../ui/official/official-words.ts'
import type { DetailsWords } from '../words.ts'
import type { Brush } from './brush.ts'
import { endOf } from './grid.ts'
import type { ChartModel } from './model.ts'

const box = { y: 8, height: 20 }

/** Draws the venue's statements, and for how long there were none. */
export function drawOfficial(brush: Brush, model: ChartModel, words: DetailsWords): void {
  const { statements, episode, grid, checkedAt } = model
  const shown = statements.filter(({ at }) => at >= grid.from && at < endOf(grid))
  const { say, format } = words
  brush.setColour('official')
  brush.text(say('chart.official'), 6, 22, { bold: true })
  const from = Math.max(90, episode ? brush.x(episode.startedAt) : 0)
  const until = shown[0] ? Math.min(brush.width, brush.x(shown[0].at)) : brush.width
  brush.setColour('axis')
  const silence = noStatementText(model, words)
  const silenceWidth = brush.text(silence, from, 22, { maxWidth: until - from - 8 })
    ? brush.widthOf(silence)
    : 0
  if (checkedAt !== null && until > from) {
    brush.setColour('official-edge')
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
    brush.setColour('official-fill')
    brush.context.beginPath()
    brush.context.roundRect(left + 1, box.y, Math.max(4, right - left), box.height, 2)
    brush.context.fill()
    const time = format.clock(at)
    brush.setColour('on-official')
    const full = `${time} ${statementText(words, statement)}`
    const style = { bold: true, noOutline: true, maxWidth: right - left - 10 }
    if (brush.text(full, left + 7, box.y + 14, style) || i > 0) return
    // The first statement matters most: where its box is too small for the text, its topic is drawn before it.
    brush.setColour('official')
    const short = `${time} ${say(`topic.${statement.what}`)}`
    brush.text(short, left - 6, 22, { bold: true, align: 'right', maxWidth: left - from - silenceWidth - 16 })
  })
}

/** Until when there was no statement: until the first, even after the chart's end, else until the last check. */
export function noStatementText(
  { statements, grid, checkedAt }: Pick<ChartModel, 'statements' | 'grid' | 'checkedAt'>,
  { say, format }: DetailsWords,
): string {
  if (checkedAt === null) return say('chart.official.unread')
  const first = statements.find(({ at }) => at >= grid.from)
  return say('chart.official.none', { time: format.clock(first?.at ?? checkedAt) })
}
