import type { Episode } from '../../market/episode.ts'
import { evidenceLine } from './evidence-line.ts'
import type { Words } from '../words/words.ts'

/** More rows are not read while trading. */
const maxRows = 5

/** The measured facts behind an episode, strongest first (the engine's order). */
export function EvidenceTable({ episode, words }: { episode: Episode; words: Words }) {
  return (
    <table class="evidence" aria-label={words.say('evidence')}>
      <tbody>
        {episode.evidence.slice(0, maxRows).map((each) => {
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
