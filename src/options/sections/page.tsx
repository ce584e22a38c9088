import { Switch } from '../../ui/form/switch.tsx'
import { Field } from '../form/field.tsx'
import type { Part } from '../part.ts'
import { Section } from './section.tsx'

const toggles = ['pause', 'countryNotice'] as const

/** What happens on trading pages beyond the banner. */
export function Page({ settings, words, change }: Part) {
  const { say } = words
  return (
    <Section name="page" words={words}>
      <div class="form">
        {toggles.map((key) => (
          <Field key={key} name={say(key)} of={key} about={say(`${key}.about`)}>
            <Switch
              id={key}
              on={settings[key]}
              about={`${key}-about`}
              onSwitch={(on) => change(say(key), { [key]: on })}
            />
          </Field>
        ))}
      </div>
    </Section>
  )
}
