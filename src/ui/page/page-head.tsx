import { Mark } from '../icons/mark.tsx'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from '../words/page-texts.ts'

const linked = ['history', 'options', 'health'] as const

/** Pages of the extension that its pages link to. */
export type LinkedPage = (typeof linked)[number]

interface Props {
  /** The page that it stands on. */
  readonly page: LinkedPage
  readonly words: { readonly say: Say<PageKey> }
}

/** The head that the pages share: the mark, the page's title, and the way to the other pages. */
export function PageHead({ page, title, words }: Props & { readonly title: string }) {
  return (
    <header class="page-head">
      <Mark state="app" />
      <h1>{title}</h1>
      <PageNav {...{ page, words }} />
    </header>
  )
}

/** Links to the pages of the extension; the present one is marked. */
export function PageNav({ page, words: { say } }: Props) {
  return (
    <nav class="page-nav" aria-label={say('pages')}>
      <ul>
        {linked.map((each) => (
          <li key={each}>
            <a href={`/src/${each}/index.html`} aria-current={each === page ? 'page' : undefined}>
              {say(`page.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
