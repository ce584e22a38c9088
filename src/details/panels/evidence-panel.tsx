import { evidenceLine } from '../../ui/card/evidence-line.ts'
import { Nothing } from './nothing.tsx'
import { Panel } from './panel.tsx'
import type { Part } from '../part.ts'

/** Every measured fact of the episode, with its window and its age. */
export function EvidencePanel({ scene, words }: Part) {
  const { episode, marketNow } = scene
  const { say, format } = words
  const aside = episode ? say('asOf', { time: format.moment(episode.updatedAt, marketNow) }) : undefined
  return (
    <Panel name="evidences" title={say('evidence.title')} aside={aside}>
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
        <Nothing answer="known" words={words} none={say('evidence.none')} />
      )}
    </Panel>
  )
}
