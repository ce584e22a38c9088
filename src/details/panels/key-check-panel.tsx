import { keyCheckSteps } from '../../ui/card/key-check-list.tsx'
import { Panel } from './panel.tsx'
import type { DetailsWords } from '../words.ts'

/** What to check where API keys may be abused. The checkboxes are not stored. */
export function KeyCheckPanel({ words: { say } }: { words: DetailsWords }) {
  return (
    <Panel name="checks" title={say('check')}>
      <ul class="list">
        {keyCheckSteps.map((step) => (
          <li key={step}>
            <label>
              <input type="checkbox" />
              <span>{say(`check.${step}`)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
