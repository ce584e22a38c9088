import { browser } from '../../shared/web-extension.ts'
import { FormField } from '../form/form-field.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

/** The version, how Keiho does, and whose code it contains. */
export function AboutSection({ words: { say }, words }: Pick<SectionProps, 'words'>) {
  return (
    <Section
      name="about"
      words={words}
      about={say('about.version', { version: browser.runtime.getManifest().version })}
    >
      <div class="form">
        <FormField name={say('health')} about={say('health.about')}>
          <a href="/src/health/index.html">{say('health.open')}</a>
        </FormField>
        <FormField name={say('licences')} about={say('licences.about')}>
          <a href="/THIRD-PARTY.txt">{say('licences.open')}</a>
        </FormField>
      </div>
    </Section>
  )
}
