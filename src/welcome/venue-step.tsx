import { registeredInJapan } from '../exchanges/sites/japan.ts'
import { sites } from '../exchanges/registry.ts'
import { ChoiceCard } from '../ui/form/choice-card.tsx'
import { WelcomeStep } from './welcome-step.tsx'
import type { WelcomeWords } from './words.ts'

interface Props {
  readonly chosen: readonly string[]
  readonly words: WelcomeWords
  readonly onChoose: (venues: readonly string[]) => void
}

/** The choice of venues. Those registered in Japan come first in Japanese. */
export function VenueStep({ chosen, words: { say, lang }, onChoose }: Props) {
  const groups = [
    { name: 'japan', members: sites.filter(({ id }) => registeredInJapan.has(id)) },
    { name: 'other', members: sites.filter(({ id }) => !registeredInJapan.has(id)) },
  ] as const
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
                title={site.name}
                checked={chosen.includes(site.id)}
                onChange={(on) =>
                  onChoose([...chosen.filter((id) => id !== site.id), ...(on ? [site.id] : [])])
                }
              />
            ))}
          </div>
        </div>
      ))}
    </WelcomeStep>
  )
}
