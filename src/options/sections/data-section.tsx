import { defaultSettings } from '../../shared/settings/settings.ts'
import { DeleteData } from '../../ui/form/delete-data.tsx'
import { FormField } from '../form/form-field.tsx'
import { ImportSettings } from '../transfer/import-settings.tsx'
import type { SectionProps } from './section-props.ts'
import { saveFile } from '../../ui/page/save-file.ts'
import { Section } from './section.tsx'
import { settingsFileName, serializeSettings } from '../transfer/settings-file.ts'

/** Retention periods to choose from, days. An imported value is added. */
const retentionChoices = [7, 30, 90, 180, 365]

interface Props extends SectionProps {
  readonly onDelete: () => Promise<boolean>
}

/** What is kept on this device, with export, import, reset and deletion. */
export function DataSection({ settings, words, change, onDelete }: Props) {
  const { say } = words
  const days = [...new Set([...retentionChoices, settings.retentionDays])].sort((a, b) => a - b)
  const reset = () => {
    // Venues and chart sites are bound to browser permissions, and the welcome page is shown once: all three stay.
    const { venues: _venues, chartSites: _chartSites, welcomed: _welcomed, ...rest } = defaultSettings
    change(say('reset.what'), rest)
  }
  return (
    <Section name="data" words={words} about={say('data.about')}>
      <div class="form">
        <FormField name={say('retention')} controlId="retention" about={say('retention.about')}>
          <select
            class="input"
            id="retention"
            aria-describedby="retention-about"
            value={settings.retentionDays}
            onChange={({ currentTarget }) =>
              change(say('retention'), { retentionDays: Number(currentTarget.value) })
            }
          >
            {days.map((n) => (
              <option key={n} value={n}>
                {say('retention.days', { n })}
              </option>
            ))}
          </select>
        </FormField>
        <FormField name={say('transfer')} about={say('transfer.about')}>
          <button
            type="button"
            class="btn"
            onClick={() =>
              saveFile(
                settingsFileName(Date.now()),
                new Blob([serializeSettings(settings)], { type: 'application/json' }),
              )
            }
          >
            {say('export')}
          </button>
          <ImportSettings
            {...{ settings, words }}
            onImport={({ welcomed: _, ...imported }) => change(say('import.what'), imported)}
          />
        </FormField>
        <FormField name={say('reset')} about={say('reset.about')}>
          <button type="button" class="btn" onClick={reset}>
            {say('reset.do')}
          </button>
        </FormField>
        <FormField name={say('delete.name')} about={say('delete.about')}>
          <DeleteData words={words} onDelete={onDelete} />
        </FormField>
      </div>
    </Section>
  )
}
