import type { Lang } from '../../shared/languages.ts'
import { ToggleField } from '../form/toggle-field.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

/** The notices of Japan's authority are shown in Japanese alone, and so is their switch. */
const togglesOf = (lang: Lang) =>
  lang === 'ja' ? (['pause', 'countryNotice'] as const) : (['pause'] as const)

/** What is shown on trading pages besides the banner. */
export function TradingPagesSection({ settings, words, change }: SectionProps) {
  const { say } = words
  return (
    <Section name="page" words={words}>
      <div class="form">
        {togglesOf(words.lang).map((key) => (
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
