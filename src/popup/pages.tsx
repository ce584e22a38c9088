import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PopupWords } from './words.ts'

/** Pages of ours that the popup leads to. */
export type Page = 'history' | 'options'

/** The way to our other pages. */
export function Pages({ words: { say }, onPage }: { words: PopupWords; onPage: (page: Page) => void }) {
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
