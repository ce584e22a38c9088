import type { BannerRemoval } from '../shared/storage/items.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PopupWords } from './words.ts'

/** Said for so long (ms): pages change. */
const saidMs = 86_400_000

interface Props {
  readonly yielded: readonly BannerRemoval[]
  readonly words: PopupWords
  /** Wall clock, ms. */
  readonly now: number
}

/** Which pages keep removing the banner: there the toolbar alone warns. */
export function Yields({ yielded, words, now }: Props) {
  const sites = yielded.filter(({ at }) => now - at < saidMs).map(({ site }) => site)
  if (sites.length === 0) return null
  return (
    <section class="yields" role="status">
      <PageIcon name="unknown" />
      {words.say('popup.yields', { sites: sites.join(words.say('list.join')) })}
    </section>
  )
}
