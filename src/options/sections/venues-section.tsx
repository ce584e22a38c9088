import type { Site } from '../../exchanges/exchange.ts'
import { registeredInJapan } from '../../exchanges/sites/japan.ts'
import { exchangeOf, mainVenueIdOf, sites } from '../../exchanges/registry.ts'
import { exchangeIdOf } from '../../market/venue-id.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { ToggleField } from '../form/toggle-field.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'
import { VenueRow } from '../venues/venue-row.tsx'

interface Props extends SectionProps {
  readonly venueStates: readonly VenueState[]
  /** Wall clock (ms). */
  readonly now: number
  /** Call it within the click: the browser may ask for permission. Resolves to false where it was refused. */
  readonly onVenue: (id: string, on: boolean) => Promise<boolean>
}

/** Every venue Keiho supports, each with its own permission. */
export function VenuesSection({ settings, venueStates, words, change, now, onVenue }: Props) {
  const { say } = words
  const groups = [
    ['japan', sites.filter(isJapanese)],
    ['other', sites.filter((each) => !isJapanese(each))],
  ] as const
  return (
    <Section name="venues" words={words} about={say('venues.about', { n: settings.venues.length })}>
      <p class="explain">{say('venues.permission')}</p>
      <div class="form">
        <ToggleField
          id="perpetuals"
          name={say('perpetuals')}
          about={say('perpetuals.about')}
          on={settings.perpetuals}
          onSwitch={(perpetuals) => change(say('perpetuals'), { perpetuals })}
        />
      </div>
      {/* Venues registered in Japan come first for those who read Japanese. */}
      {(words.lang === 'ja' ? groups : groups.toReversed()).map(([group, members]) => (
        <fieldset key={group} class="venue-group">
          <legend>{say(`venues.${group}`)}</legend>
          <ul>
            {members.map((site) => {
              const main = exchangeOf(mainVenueIdOf(site))
              return (
                main && (
                  <VenueRow
                    key={site.id}
                    {...{ site, main, words, now, onVenue }}
                    on={settings.venues.includes(site.id)}
                    state={venueStates.find(({ venue }) => venue === main.id)}
                    needsPermission={needsPermission(site, venueStates)}
                  />
                )
              )
            })}
          </ul>
        </fieldset>
      ))}
    </Section>
  )
}

const isJapanese = ({ id }: Site) => registeredInJapan.has(id)

/** Whether the browser has yet to allow a market of an exchange, as after an update that watches one more. */
const needsPermission = (site: Site, states: readonly VenueState[]) =>
  states.some(({ venue, kind }) => kind === 'no-permission' && exchangeIdOf(venue) === site.id)
