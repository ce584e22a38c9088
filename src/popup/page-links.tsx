import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PopupWords } from './words.ts'

/** Pages of the extension that the popup links to. */
export type LinkedPage = 'history' | 'options'

/** Buttons that open the other pages of the extension. */
export function PageLinks({
  words: { say },
  onPage,
}: {
  words: PopupWords
  onPage: (page: LinkedPage) => void
}) {
  return (
    <nav class="pages">
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
