import { useState } from 'preact/hooks'
import type { Exchange } from '../exchanges/exchange.ts'
import type { VenueState } from '../market/venue-state.ts'
import { Icon } from '../ui/icon.tsx'
import { Switch } from '../ui/switch.tsx'
import { venueWords } from '../ui/venue-words.ts'
import { requestCost } from './request-cost.ts'
import type { OptionsWords } from './words.ts'

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
  const [asking, setAsking] = useState<'no' | 'waiting' | 'refused'>('no')
  const { say } = words
  const id = `venue-${exchange.id}`
  const { icon, text, bad } = on && state ? venueWords(words, state, now) : plain(words, on)
  const turn = async (wanted: boolean) => {
    setAsking('waiting')
    const done = await onVenue(exchange.id, wanted).catch(() => false)
    setAsking(done ? 'no' : 'refused')
  }
  return (
    <li class={bad ? 'is-bad' : ''}>
      <span class="who">
        <label for={id}>{exchange.name}</label>
        <small id={`${id}-about`}>{hostsOf(exchange).join(say('venue.hosts.join'))}</small>
      </span>
      <span class="how">
        <span>
          <Icon name={icon} />
          {text}
        </span>
        <small>{costWords(words, exchange)}</small>
      </span>
      <span class="data num">{on ? dataWords(words, state) : '–'}</span>
      <Switch
        id={id}
        on={on}
        about={`${id}-about`}
        waiting={asking === 'waiting'}
        onSwitch={(to) => void turn(to)}
      />
      <small class="wrong" role="alert">
        {asking === 'refused' && say('venue.refused')}
      </small>
    </li>
  )
}

function plain({ say }: OptionsWords, on: boolean) {
  return {
    icon: on ? 'venue-polling' : 'venue-off',
    text: say(on ? 'venue.connecting' : 'venue.off'),
    bad: false,
  } as const
}

/** The hosts that the browser asks about, pages included: what the permission is for. */
function hostsOf({ hosts, pages }: Exchange): readonly string[] {
  const names = [...hosts, ...pages].map((pattern) => pattern.replace(/^\w+:\/\/|\/.*$/g, ''))
  return [...new Set(names)]
}

function costWords({ say, format }: OptionsWords, exchange: Exchange): string {
  const cost = requestCost(exchange)
  if (cost.kind === 'stream') return say('cost.stream')
  const n = format.count(cost.perMinute)
  return cost.kind === 'poll-each'
    ? say('cost.poll-each', { n })
    : say('cost.poll', { n, share: cost.share < 0.01 ? say('cost.less') : format.share(cost.share) })
}

function dataWords({ say }: OptionsWords, state: VenueState | undefined): string {
  return state && state.pairs > 0 ? say('venue.pairs', { n: state.pairs }) : '–'
}
