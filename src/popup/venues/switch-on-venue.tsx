import type { Site } from '../../exchanges/exchange.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { PopupWords } from '../words.ts'
import { venueName } from '../../shared/venue-name.ts'

interface Props {
  /** The venue of the active tab's page, which is switched off. */
  readonly site: Site
  readonly words: PopupWords
  readonly onSwitchOn: (venue: string) => void
}

/** States that this venue is not watched, with a button to switch it on. */
export function SwitchOnVenue({ site, words, onSwitchOn }: Props) {
  return (
    <section class="switch-on">
      <PageIcon name="venue-off" />
      <span>{words.say('venue.isOff', { venue: venueName(site.id, words.lang) })}</span>
      <button type="button" class="btn" onClick={() => onSwitchOn(site.id)}>
        {words.say('venue.switchOn')}
      </button>
    </section>
  )
}
