import { steps } from '../../ui/card/check-list.tsx'
import { Panel } from './panel.tsx'
import type { DetailsWords } from '../words.ts'

/** What to check where keys may be abused. Ticks are the trader's own and last as long as the page. */
export function CheckPanel({ words: { say } }: { words: DetailsWords }) {
  return (
    <Panel name="checks" title={say('check')}>
      <ul class="list">
        {steps.map((step) => (
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
