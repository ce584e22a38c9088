import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import type { TextKey } from '../../shared/texts.ts'
import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

/** What to check, in the order to do it; each is a text `check.<step>`. */
export const steps = ['unused', 'recreate', 'address', 'withdrawal', 'apps', 'orders', 'wait'] as const

/** Whether keys may be abused, by what was measured or by what the venue says of them. */
export function asksForKeys({ kind, also }: Episode, known: OfficialSummary | null): boolean {
  return kind === 'key-abuse' || also.includes('key-abuse') || (known?.apiKeys ?? null) !== null
}

/** What to check where keys may be abused. Folded: it matters after the first look, not during it. */
export function CheckList({ words: { say } }: { words: Words }) {
  return (
    <details class="fold">
      <summary>
        {say('check')}
        <span>{say('check.brief')}</span>
        <Icon name="chevron" />
      </summary>
      <ul>
        {steps.map((step) => (
          <li key={step}>{say(`check.${step}` satisfies TextKey)}</li>
        ))}
      </ul>
    </details>
  )
}
