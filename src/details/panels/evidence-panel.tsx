import { evidenceLine } from '../../ui/card/evidence-line.ts'
import { Placeholder } from './placeholder.tsx'
import { localZoneName } from '../timeline/zones.ts'
import type { SubjectView } from '../data/details-view.ts'
import { absenceText } from '../replay/absence-text.ts'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'

/** A course whose last figure is older (ms), or two of its intervals, has none of that moment. */
const recentMs = 60_000

/** When the last figure was recorded before a replayed moment, where that is too long ago to speak of it; else null. */
function unrecordedSince({ episode, course }: SubjectView, at: number): number | null {
  if (!episode || !course) return null
  const last = Math.max(...[...course.samples, ...course.steps, ...episode.evidence].map((each) => each.at))
  return at - last > Math.max(recentMs, 2 * course.spacingMs) ? last : null
}

/** Every measured fact of the episode, with its window and time. */
export function EvidencePanel({ view, words }: PanelProps) {
  const { episode, marketNow, replayedAt } = view
  const gapFrom = replayedAt === null ? null : unrecordedSince(view, replayedAt)
  const { say, format } = words
  const subtitle = episode
    ? say('asOf', {
        time: `${format.moment(episode.updatedAt, marketNow)} ${localZoneName(words, episode.updatedAt)}`,
      })
    : undefined
  return (
    <Panel name="evidences" title={say('evidence.title')} subtitle={subtitle}>
      {episode && episode.evidence.length > 0 ? (
        <table class="evidence">
          <tbody>
            {episode.evidence
              .map((each) => evidenceLine(words, each, episode))
              .map(({ label, value, when }) => (
                <tr key={`${label} ${when}`}>
                  <th scope="row">
                    {label} <small>{when}</small>
                  </th>
                  <td>
                    <b>{value}</b>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ) : (
        <Placeholder
          result="known"
          words={words}
          none={replayedAt === null ? say('evidence.none') : absenceText(words, view)}
        />
      )}
      {gapFrom !== null && (
        <p class="note">{say('replay.gap', { time: format.moment(gapFrom, marketNow) })}</p>
      )}
    </Panel>
  )
}
