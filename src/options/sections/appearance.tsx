import { appearanceOf } from '../../ui/appearance.ts'
import { Segments } from '../../ui/form/segments.tsx'
import { Field } from '../form/field.tsx'
import type { Part } from '../part.ts'
import { Section } from './section.tsx'

/** Stands for null: the choice that follows the language or the browser. */
type Own<T extends string> = T | 'own'
const chosen = <T extends string>(value: Own<T>): T | null => (value === 'own' ? null : value)

/** Colours, theme, currency and language. */
export function Appearance({ settings, words, change }: Part) {
  const { say, format } = words
  return (
    <Section name="look" words={words}>
      <div class="form">
        <Field name={say('direction')}>
          <Segments<Own<'japan' | 'western'>>
            segments={[
              { value: 'own', text: say('by.language') },
              { value: 'japan', text: say('direction.japan') },
              { value: 'western', text: say('direction.western') },
            ]}
            value={settings.direction ?? 'own'}
            onChoose={(value) => change(say('direction'), { direction: chosen(value) })}
          />
          <span class="sample" data-market={appearanceOf(settings, words.lang).direction}>
            <Candles />
            <b class="num up">{format.change(0.042)}</b>
            <b class="num down">{format.change(-0.018)}</b>
          </span>
        </Field>
        <Field name={say('theme')}>
          <Segments
            segments={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              text: say(`theme.${value}`),
            }))}
            value={settings.theme}
            onChoose={(theme) => change(say('theme'), { theme })}
          />
        </Field>
        <Field name={say('currency')} about={say('currency.about')}>
          <Segments<Own<'JPY' | 'USD'>>
            segments={[
              { value: 'own', text: say('by.language') },
              { value: 'JPY', text: say('currency.jpy') },
              { value: 'USD', text: say('currency.usd') },
            ]}
            value={settings.currency ?? 'own'}
            onChoose={(value) => change(say('currency'), { currency: chosen(value) })}
          />
        </Field>
        <Field name={say('language')}>
          <Segments<Own<'en' | 'ja'>>
            segments={[
              { value: 'own', text: say('by.browser') },
              // A language is found by those who read it.
              { value: 'en', text: <span lang="en">English</span> },
              { value: 'ja', text: <span lang="ja">日本語</span> },
            ]}
            value={settings.language ?? 'own'}
            onChoose={(value) => change(say('language'), { language: chosen(value) })}
          />
        </Field>
      </div>
    </Section>
  )
}

/** A hollow candle up and a solid one down, as the charts draw them. */
function Candles() {
  return (
    <svg width="30" height="18" aria-hidden="true">
      <path d="M8 1v3M8 13v4M5 4h6v9H5z" fill="none" stroke="var(--up)" />
      <path d="M22 1v16" stroke="var(--down)" />
      <path d="M19 5h6v9h-6z" fill="var(--down)" stroke="var(--down)" />
    </svg>
  )
}
