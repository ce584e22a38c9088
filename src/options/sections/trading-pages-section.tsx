import { ToggleField } from '../form/toggle-field.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

const toggles = ['pause', 'countryNotice'] as const

/** What is shown on trading pages besides the banner. */
export function TradingPagesSection({ settings, words, change }: SectionProps) {
  const { say } = words
  return (
    <Section name="page" words={words}>
      <div class="form">
        {toggles.map((key) => (
          <ToggleField
            key={key}
            id={key}
            name={say(key)}
            about={say(`${key}.about`)}
            on={settings[key]}
            onSwitch={(on) => change(say(key), { [key]: on })}
          />
        ))}
      </div>
    </Section>
  )
}
