import type { Site } from '../exchanges/exchange.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PopupWords } from './words.ts'

interface Props {
  /** A venue whose page the trader looks at and that is off. */
  readonly site: Site
  readonly words: PopupWords
  readonly onSwitchOn: (venue: string) => void
}

/** One line: this venue is not watched, and the way to change that. */
export function SwitchOn({ site, words, onSwitchOn }: Props) {
  return (
    <section class="switch-on">
      <PageIcon name="venue-off" />
      <span>{words.say('venue.isOff', { venue: site.name })}</span>
      <button type="button" class="btn" onClick={() => onSwitchOn(site.id)}>
        {words.say('venue.switchOn')}
      </button>
    </section>
  )
}
