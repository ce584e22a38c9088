import { useRef, useState } from 'preact/hooks'
import { sites } from '../../exchanges/registry.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { parseSettingsFile, type ImportResult } from './settings-file.ts'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly settings: Settings
  readonly words: OptionsWords
  readonly onImport: (settings: Settings) => void
}

/** A button that imports settings from a file, or reports which field is wrong. */
export function ImportSettings({ settings, words, onImport }: Props) {
  const [error, setError] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { say } = words
  const readFile = async (field: HTMLInputElement) => {
    const [file] = field.files ?? []
    if (!file) return
    const read = parseSettingsFile(await file.text(), settings, sites)
    // Cleared, so that the same file can be chosen again after a correction.
    field.value = ''
    setError('error' in read ? errorText(words, read) : null)
    if ('settings' in read) onImport(read.settings)
  }
  return (
    <>
      <button type="button" class="btn" onClick={() => input.current?.click()}>
        {say('import')}
      </button>
      <input
        type="file"
        accept=".json,application/json"
        hidden
        ref={input}
        aria-label={say('import')}
        onChange={({ currentTarget }) => void readFile(currentTarget)}
      />
      <small class="wrong" role="alert">
        {error}
      </small>
    </>
  )
}

function errorText({ say }: OptionsWords, read: Exclude<ImportResult, { settings: Settings }>): string {
  const why = 'path' in read ? say(`import.${read.error}`, { path: read.path }) : say(`import.${read.error}`)
  return say('import.kept', { why })
}
