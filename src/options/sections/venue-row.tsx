import { useState } from 'preact/hooks'
import type { Exchange } from '../../exchanges/exchange.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { Switch } from '../../ui/form/switch.tsx'
import { costWords, hostsOf, rowState } from './venue-row-words.ts'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly exchange: Exchange
  readonly on: boolean
  /** How its data reach us; undefined where the background has not spoken of it yet. */
  readonly state: VenueState | undefined
  readonly words: OptionsWords
  /** Wall clock, ms. */
  readonly now: number
  readonly onVenue: (id: string, on: boolean) => Promise<boolean>
}

/** One venue: what it is asked for, how its data come, and its switch. */
export function VenueRow({ exchange, on, state, words, now, onVenue }: Props) {
  const [waiting, setWaiting] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const { say } = words
  const id = `venue-${exchange.id}`
  const { icon, text, bad } = rowState(words, on, state, now)
  const turn = async (wanted: boolean) => {
    setWaiting(true)
    const failed = (error: unknown) => say('failed', { reason: String(error) })
    const refused = await onVenue(exchange.id, wanted).then((done) => !done && say('venue.refused'), failed)
    setWrong(refused || null)
    setWaiting(false)
  }
  return (
    <li class={bad ? 'is-bad' : ''}>
      <span class="who">
        <label for={id}>{exchange.name}</label>
        <small id={`${id}-about`}>{hostsOf(exchange).join(say('venue.hosts.join'))}</small>
      </span>
      <span class="how">
        <span>
          <PageIcon name={icon} />
          {text}
        </span>
        <small>{costWords(words, exchange)}</small>
      </span>
      <span class="data num">
        {on && state?.kind === 'no-permission' ? (
          <button
            type="button"
            class="btn"
            aria-label={say('venue.allow', { venue: exchange.name })}
            onClick={() => void turn(true)}
          >
            {say('venue.grant')}
          </button>
        ) : on && state && state.pairs > 0 ? (
          say('venue.pairs', { n: state.pairs })
        ) : (
          '–'
        )}
      </span>
      <Switch id={id} on={on} about={`${id}-about`} waiting={waiting} onSwitch={(to) => void turn(to)} />
      <small class="wrong" role="alert">
        {wrong}
      </small>
    </li>
  )
}
