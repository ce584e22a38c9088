import type { Episode } from '../../market/episode.ts'
import { evidenceLine } from './evidence-line.ts'
import type { Words } from '../words/words.ts'

/** More rows than this are not read mid-trade. */
const ROWS = 5

/** The measured facts behind an episode, strongest first as the engine orders them. */
export function EvidenceTable({ episode, words }: { episode: Episode; words: Words }) {
  return (
    <table class="evidence" aria-label={words.say('evidence')}>
      <tbody>
        {episode.evidence.slice(0, ROWS).map((each) => {
          const { label, value, when } = evidenceLine(words, each, episode)
          return (
            <tr key={each.sign}>
              <th scope="row">{label}</th>
              <td>
                <b>{value}</b>
              </td>
              <td>{when}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
