import { evidenceLine } from '../../ui/card/evidence-line.ts'
import { Placeholder } from './placeholder.tsx'
import { localZoneName } from '../timeline/zones.ts'
import { absenceText } from '../replay/absence-text.ts'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'

/** Every measured fact of the episode, with its window and time. */
export function EvidencePanel({ view, words }: PanelProps) {
  const { episode, marketNow, replayedAt } = view
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
    </Panel>
  )
}
