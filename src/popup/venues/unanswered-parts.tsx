import type { BrowserPart } from '../../shared/browser-parts.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { PopupWords } from '../words.ts'

/** What is off because a part of the browser does not answer; `storage`: the popup itself has nothing to show. */
export function UnansweredParts({
  parts,
  words,
}: {
  readonly parts: readonly (BrowserPart | 'storage')[]
  readonly words: PopupWords
}) {
  return parts.map((part) => (
    <section key={part} class="yields" role="status">
      <PageIcon name="unknown" />
      {words.say(`unanswered.${part}`)}
    </section>
  ))
}
