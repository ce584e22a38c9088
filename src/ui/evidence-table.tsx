import type { Episode } from '../market/episode.ts'
import { evidenceLine } from './evidence-line.ts'
import type { Words } from './words.ts'

/** More rows than this are not read mid-trade. */
const ROWS = 5

/** The measured facts behind an episode, strongest first as the engine orders them. */
export function EvidenceTable({ episode, words }: { episode: Episode; words: Words }) {
  const lines = episode.evidence.slice(0, ROWS).map((each) => evidenceLine(words, each, episode))
  // Drawn anew where a text changes: what moves within ours a browser counts as a layout shift of the page.
  const drawn = lines.map(({ label, value, when }) => `${label} ${value} ${when}`).join()
  return (
    <table key={drawn} class="evidence" aria-label={words.say('evidence')}>
      <tbody>
        {lines.map(({ label, value, when }) => (
          <tr key={`${label} ${when}`}>
            <th scope="row">{label}</th>
            <td>
              <b>{value}</b>
            </td>
            <td>{when}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
