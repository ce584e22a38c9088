import { defaultSettings } from '../../shared/settings/settings.ts'
import { DeleteData } from '../../ui/form/delete-data.tsx'
import { Field } from '../form/field.tsx'
import { ImportSettings } from './import-settings.tsx'
import type { Part } from '../part.ts'
import { saveFile } from '../save-file.ts'
import { Section } from './section.tsx'
import { settingsFileName, settingsText } from './transfer.ts'

/** Lengths offered, days; one that was imported joins them. */
const days = [7, 30, 90, 180, 365]

interface Props extends Part {
  readonly onDelete: () => Promise<boolean>
}

/** What is kept on this machine, and the way to take it along or to be rid of it. */
export function Data({ settings, words, change, onDelete }: Props) {
  const { say } = words
  const lengths = [...new Set([...days, settings.retentionDays])].sort((a, b) => a - b)
  const reset = () => {
    // Venues hold permissions of the browser, and the welcome page is done once.
    const { venues: _venues, welcomed: _welcomed, ...rest } = defaultSettings
    change(say('reset.what'), rest)
  }
  return (
    <Section name="data" words={words} about={say('data.about')}>
      <div class="form">
        <Field name={say('retention')} of="retention" about={say('retention.about')}>
          <select
            class="input"
            id="retention"
            aria-describedby="retention-about"
            value={settings.retentionDays}
            onChange={({ currentTarget }) =>
              change(say('retention'), { retentionDays: Number(currentTarget.value) })
            }
          >
            {lengths.map((n) => (
              <option key={n} value={n}>
                {say('retention.days', { n })}
              </option>
            ))}
          </select>
        </Field>
        <Field name={say('transfer')} about={say('transfer.about')}>
          <button
            type="button"
            class="btn"
            onClick={() => saveFile(settingsFileName(Date.now()), settingsText(settings))}
          >
            {say('export')}
          </button>
          <ImportSettings
            {...{ settings, words }}
            onImport={({ welcomed: _, ...imported }) => change(say('import.what'), imported)}
          />
        </Field>
        <Field name={say('reset')} about={say('reset.about')}>
          <button type="button" class="btn" onClick={reset}>
            {say('reset.do')}
          </button>
        </Field>
        <Field name={say('delete.name')} about={say('delete.about')}>
          <DeleteData words={words} onDelete={onDelete} />
        </Field>
      </div>
    </Section>
  )
}
