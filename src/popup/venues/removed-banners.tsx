import type { BannerRemoval } from '../../shared/storage/items.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { PopupWords } from '../words.ts'
import { elapsedMs } from '../../market/elapsed.ts'

/** How long a removal is shown (ms): pages change. */
const shownForMs = 86_400_000

interface Props {
  readonly removedBanners: readonly BannerRemoval[]
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
}

/** Sites whose pages keep removing or hiding the banner: there only the toolbar icon warns. */
export function RemovedBanners({ removedBanners, words, now }: Props) {
  const sites = removedBanners.filter(({ at }) => elapsedMs(at, now) < shownForMs).map(({ site }) => site)
  if (sites.length === 0) return null
  return (
    <section class="yields" role="status">
      <PageIcon name="unknown" />
      {words.say('popup.yields', { sites: sites.join(words.say('list.join')) })}
    </section>
  )
}
