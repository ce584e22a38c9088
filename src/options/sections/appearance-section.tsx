import { type Lang, langs, ownNames } from '../../shared/languages.ts'
import { appearanceOf } from '../../ui/page/appearance.ts'
import { SegmentedControl } from '../../ui/form/segmented-control.tsx'
import { FormField } from '../form/form-field.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

/** `own` stands for null: the setting follows the language or the browser. */
type OrDefault<T extends string> = T | 'own'
const orNull = <T extends string>(value: OrDefault<T>): T | null => (value === 'own' ? null : value)

/** Market colours, theme, currency and language. */
export function AppearanceSection({ settings, words, change }: SectionProps) {
  const { say, format } = words
  return (
    <Section name="look" words={words}>
      <div class="form">
        <FormField name={say('direction')}>
          <SegmentedControl<OrDefault<'japan' | 'western'>>
            options={[
              { value: 'own', text: say('by.language') },
              { value: 'japan', text: say('direction.japan') },
              { value: 'western', text: say('direction.western') },
            ]}
            value={settings.direction ?? 'own'}
            onChange={(value) => change(say('direction'), { direction: orNull(value) })}
          />
          <span class="sample" data-market={appearanceOf(settings, words.lang).direction}>
            <Candles />
            <b class="num up">{format.change(0.042)}</b>
            <b class="num down">{format.change(-0.018)}</b>
          </span>
        </FormField>
        <FormField name={say('theme')}>
          <SegmentedControl
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              text: say(`theme.${value}`),
            }))}
            value={settings.theme}
            onChange={(theme) => change(say('theme'), { theme })}
          />
        </FormField>
        <FormField name={say('currency')} about={say('currency.about')}>
          <SegmentedControl<OrDefault<'JPY' | 'USD'>>
            options={[
              { value: 'own', text: say('by.language') },
              { value: 'JPY', text: say('currency.jpy') },
              { value: 'USD', text: say('currency.usd') },
            ]}
            value={settings.currency ?? 'own'}
            onChange={(value) => change(say('currency'), { currency: orNull(value) })}
          />
        </FormField>
        <FormField name={say('language')}>
          <SegmentedControl<OrDefault<Lang>>
            options={[
              { value: 'own', text: say('by.browser') },
              ...langs.map((lang) => ({ value: lang, text: <span lang={lang}>{ownNames[lang]}</span> })),
            ]}
            value={settings.language ?? 'own'}
            onChange={(value) => change(say('language'), { language: orNull(value) })}
          />
        </FormField>
      </div>
    </Section>
  )
}

/** A hollow rising and a solid falling candle, as in the charts. */
function Candles() {
  return (
    <svg width="30" height="18" aria-hidden="true">
      <path d="M8 1v3M8 13v4M5 4h6v9H5z" fill="none" stroke="var(--up)" />
      <path d="M22 1v16" stroke="var(--down)" />
      <path d="M19 5h6v9h-6z" fill="var(--down)" stroke="var(--down)" />
    </svg>
  )
}
