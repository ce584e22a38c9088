import type { Preview } from './use-previews.ts'
import type { OptionsWords } from '../words.ts'

const WEEK = 7 * 24 * 3_600_000

interface Props {
  /** Undefined: unknown. */
  readonly preview: Preview | undefined
  /** The first answer is still on its way. */
  readonly asking: boolean
  readonly words: OptionsWords
  /** Wall clock, ms. */
  readonly now: number
}

/** What the present settings would have done in the last 7 days, or that it is not known. */
export function PreviewBox({ preview, asking, words, now }: Props) {
  const { title, detail, known } = previewWords(words, preview, asking, now)
  return (
    <div class={`preview${known ? '' : ' hatch'}`} role="status">
      <p>
        <b>{title}</b>
      </p>
      <p class="detail">{detail}</p>
    </div>
  )
}

function previewWords(
  { say, format }: OptionsWords,
  preview: Preview | undefined,
  asking: boolean,
  now: number,
) {
  const state = asking ? 'asking' : !preview ? 'unknown' : preview.since === null ? 'empty' : null
  if (state !== null || !preview || preview.since === null)
    return {
      title: say(`preview.${state ?? 'unknown'}`),
      detail: say(`preview.${state ?? 'unknown'}.about`),
      known: false,
    }
  const notifications = say('preview.notifications', { n: preview.notifications })
  const flagged = say('preview.flagged', { n: preview.flagged })
  return {
    title: say('preview.says', { notifications, flagged }),
    detail:
      preview.since <= now - WEEK
        ? say('preview.week')
        : say('preview.since', { time: format.moment(preview.since, now) }),
    known: true,
  }
}
