import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import { keyCheckSteps } from '../../shared/storage/key-check-steps.ts'
import type { TextKey } from '../../shared/texts.ts'
import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

/** Whether API keys may be abused: by the measured pattern, or by a statement of the venue about keys. */
export function needsKeyCheck({ kind, also }: Episode, official: OfficialSummary | null): boolean {
  return kind === 'key-abuse' || also.includes('key-abuse') || (official?.apiKeys ?? null) !== null
}

/** What to check where API keys may be abused. Folded: it matters after the first glance. */
export function KeyCheckList({ words: { say } }: { words: Words }) {
  return (
    <details class="fold">
      <summary>
        {say('check')}
        <span>{say('check.brief')}</span>
        <Icon name="chevron" />
      </summary>
      <ul>
        {keyCheckSteps.map((step) => (
          <li key={step}>{say(`check.${step}` satisfies TextKey)}</li>
        ))}
      </ul>
    </details>
  )
}
