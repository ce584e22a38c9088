import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PopupWords } from './words.ts'

/** Pages of the extension that the popup links to; the way to the others stands on these. */
export type LinkedPage = 'history' | 'options'

/** Buttons that open the other pages of the extension. */
export function PageLinks({
  words: { say },
  onPage,
  onPanel,
}: {
  words: PopupWords
  onPage: (page: LinkedPage) => void
  onPanel: (() => void) | null
}) {
  return (
    <nav class="pages">
      {onPanel && (
        <button
          type="button"
          class="icon-btn"
          aria-label={say('popup.panel')}
          title={say('popup.panel')}
          onClick={onPanel}
        >
          <PageIcon name="panel" />
        </button>
      )}
      {(['history', 'options'] as const).map((page) => (
        <button
          key={page}
          type="button"
          class="icon-btn"
          aria-label={say(`page.${page}`)}
          title={say(`page.${page}`)}
          onClick={() => onPage(page)}
        >
          <PageIcon name={page} />
        </button>
      ))}
    </nav>
  )
}
