import type { Exchange, Site } from '../../exchanges/exchange.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { usePermissionSwitch } from '../form/use-permission-switch.ts'
import { Switch } from '../../ui/form/switch.tsx'
import { costWords, hostsOf, incompleteWords, rowStateText } from './venue-row-words.ts'
import type { OptionsWords } from '../words.ts'
import { venueName } from '../../shared/venue-name.ts'

interface Props {
  readonly site: Site
  /** The market that its cost and its state are of. */
  readonly main: Exchange
  readonly on: boolean
  /** Undefined until the background has reported it. */
  readonly state: VenueState | undefined
  /** Whether the browser has yet to allow a market of it. */
  readonly needsPermission: boolean
  readonly words: OptionsWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onVenue: (id: string, on: boolean) => Promise<boolean>
}

/** One venue: the hosts its permission is for, the state of its feed, and its switch. */
export function VenueRow({ site, main, on, state, needsPermission, words, now, onVenue }: Props) {
  const { isBusy, error, switchTo } = usePermissionSwitch(words, (to) => onVenue(site.id, to))
  const { say } = words
  const id = `venue-${site.id}`
  const { icon, text, isProblem } = rowStateText(words, on, state, now)
  return (
    <li class={isProblem ? 'is-bad' : ''}>
      <span class="who">
        <label for={id}>{venueName(site.id, words.lang)}</label>
        <small id={`${id}-about`}>{hostsOf(site).join(say('venue.hosts.join'))}</small>
      </span>
      <span class="how">
        <span>
          <PageIcon name={icon} />
          {text}
        </span>
        <small>{costWords(words, main)}</small>
        {(on ? incompleteWords(words, state) : []).map((text) => (
          <small key={text}>{text}</small>
        ))}
      </span>
      <span class="data num">
        {on && needsPermission ? (
          <button
            type="button"
            class="btn"
            aria-label={say('venue.allow', { venue: venueName(site.id, words.lang) })}
            onClick={() => switchTo(true)}
          >
            {say('venue.grant')}
          </button>
        ) : on && state && state.pairs > 0 ? (
          say('venue.pairs', { n: state.pairs })
        ) : (
          '–'
        )}
      </span>
      <Switch id={id} on={on} describedBy={`${id}-about`} isBusy={isBusy} onSwitch={switchTo} />
      <small class="wrong" role="alert">
        {error}
      </small>
    </li>
  )
}
