import type { Preview } from './use-previews.ts'
import type { OptionsWords } from '../words.ts'

const weekMs = 7 * 24 * 3_600_000

interface Props {
  /** Undefined where unknown. */
  readonly preview: Preview | undefined
  /** The first result is still pending. */
  readonly isLoading: boolean
  readonly words: OptionsWords
  /** Wall clock (ms). */
  readonly now: number
}

/** The alerts that the present settings would have given in the last 7 days, or that they are unknown. */
export function PreviewBox({ preview, isLoading, words, now }: Props) {
  const { title, detail, isKnown } = previewText(words, preview, isLoading, now)
  return (
    <div class={`preview${isKnown ? '' : ' hatch'}`} role="status">
      <p>
        <b>{title}</b>
      </p>
      <p class="detail">{detail}</p>
    </div>
  )
}

function previewText(
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
      isKnown: false,
    }
  const notifications = say('preview.notifications', { n: preview.notifications })
  const flagged = say('preview.flagged', { n: preview.flagged })
  return {
    title: say('preview.says', { notifications, flagged }),
    detail:
      preview.since <= now - weekMs
        ? say('preview.week')
        : say('preview.since', { time: format.moment(preview.since, now) }),
    isKnown: true,
  }
}
