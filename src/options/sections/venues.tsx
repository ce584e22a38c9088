import type { Exchange } from '../../exchanges/exchange.ts'
import { registeredInJapan } from '../../exchanges/sites/japan.ts'
import { exchanges } from '../../exchanges/registry.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { Section } from './section.tsx'
import { VenueRow } from './venue-row.tsx'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly settings: Settings
  readonly states: readonly VenueState[]
  readonly words: OptionsWords
  /** Wall clock, ms. */
  readonly now: number
  /** Called in the click, so that the browser may ask; false where it was refused. */
  readonly onVenue: (id: string, on: boolean) => Promise<boolean>
}

/** Every venue Keiho can watch, each with its own permission. */
export function Venues({ settings, states, words, now, onVenue }: Props) {
  const { say } = words
  const [home, abroad] = [exchanges.filter(isJapanese), exchanges.filter((each) => !isJapanese(each))]
  // Those who read Japanese look for the venues that serve them.
  const groups =
    words.lang === 'ja'
      ? ([
          ['japan', home],
          ['other', abroad],
        ] as const)
      : ([
          ['other', abroad],
          ['japan', home],
        ] as const)
  return (
    <Section name="venues" words={words} about={say('venues.about', { n: settings.venues.length })}>
      <p class="explain">{say('venues.permission')}</p>
      {groups.map(([group, members]) => (
        <fieldset key={group} class="venue-group">
          <legend>{say(`venues.${group}`)}</legend>
          <ul>
            {members.map((exchange) => (
              <VenueRow
                key={exchange.id}
                exchange={exchange}
                on={settings.venues.includes(exchange.id)}
                state={states.find(({ venue }) => venue === exchange.id)}
                {...{ words, now, onVenue }}
              />
            ))}
          </ul>
        </fieldset>
      ))}
    </Section>
  )
}

const isJapanese = ({ id }: Exchange) => registeredInJapan.has(id)
