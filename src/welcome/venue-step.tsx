import { registeredInJapan } from '../exchanges/sites/japan.ts'
import { sites } from '../exchanges/registry.ts'
import { ChoiceCard } from '../ui/form/choice-card.tsx'
import { HostList } from './host-list.tsx'
import { referenceVenues } from './reference-venues.ts'
import { WelcomeStep } from './welcome-step.tsx'
import type { WelcomeWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

interface Props {
  readonly chosen: readonly string[]
  readonly words: WelcomeWords
  readonly onChoose: (venues: readonly string[]) => void
}

/**
 * The choice of venues. Those registered in Japan come first in Japanese; others to compare with are offered until
 * there are enough.
 */
export function VenueStep({ chosen, words, onChoose }: Props) {
  const { say, lang } = words
  const groups = [
    { name: 'japan', members: sites.filter(({ id }) => registeredInJapan.has(id)) },
    { name: 'other', members: sites.filter(({ id }) => !registeredInJapan.has(id)) },
  ] as const
  const references = referenceVenues(chosen)
  const names = references.map((id) => venueName(id, lang))
  return (
    <WelcomeStep n="1" title={say('where')} about={say('where.permission')}>
      {(lang === 'ja' ? groups : groups.toReversed()).map(({ name, members }) => (
        <div key={name} role="group" aria-labelledby={`where-${name}`}>
          <h3 id={`where-${name}`}>{say(`venues.${name}`)}</h3>
          <div class="choices">
            {members.map((site) => (
              <ChoiceCard
                key={site.id}
                type="checkbox"
                name={site.id}
                title={venueName(site.id, lang)}
                checked={chosen.includes(site.id)}
                onChange={(on) =>
                  onChoose([...chosen.filter((id) => id !== site.id), ...(on ? [site.id] : [])])
                }
              />
            ))}
          </div>
        </div>
      ))}
      {references.length > 0 && (
        <p class="compare">
          <button type="button" class="btn" onClick={() => onChoose([...chosen, ...references])}>
            {say('where.compare', { venues: names.join(say('known.join')) })}
          </button>{' '}
          <small>{say('where.compare.about')}</small>
        </p>
      )}
      <HostList {...{ chosen, words }} />
    </WelcomeStep>
  )
}
