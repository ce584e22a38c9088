import type { KeyChecks } from '../../shared/storage/items.ts'
import { type KeyCheckStep, keyCheckSteps } from '../../shared/storage/key-check-steps.ts'
import { Panel } from './panel.tsx'
import type { DetailsWords } from '../words.ts'

interface Props {
  /** Whose ticks these are: an episode's id, or a venue's. */
  readonly episode: string
  readonly keyChecks: readonly KeyChecks[]
  readonly words: DetailsWords
  readonly onCheck: (episode: string, step: KeyCheckStep, isDone: boolean) => void
}

/** What to check where API keys may be abused. What was done stays ticked. */
export function KeyCheckPanel({ episode, keyChecks, words: { say }, onCheck }: Props) {
  const done = keyChecks.find((each) => each.episode === episode)?.done ?? []
  return (
    <Panel name="checks" title={say('check')}>
      <ul class="list">
        {keyCheckSteps.map((step) => (
          <li key={step}>
            <label>
              <input
                type="checkbox"
                checked={done.includes(step)}
                onChange={({ currentTarget }) => onCheck(episode, step, currentTarget.checked)}
              />
              <span>{say(`check.${step}`)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
