import { useRef, useState } from 'preact/hooks'
import { exchanges } from '../../exchanges/registry.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { settingsOfText, type Transfer } from './transfer.ts'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly settings: Settings
  readonly words: OptionsWords
  readonly onImport: (settings: Settings) => void
}

/** Takes settings from a file, or says which field is wrong. */
export function ImportSettings({ settings, words, onImport }: Props) {
  const [wrong, setWrong] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { say } = words
  const take = async (field: HTMLInputElement) => {
    const [file] = field.files ?? []
    if (!file) return
    const read = settingsOfText(await file.text(), settings, exchanges)
    // The same file, mended, may be chosen again.
    field.value = ''
    setWrong('wrong' in read ? wrongWords(words, read) : null)
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
        onChange={({ currentTarget }) => void take(currentTarget)}
      />
      <small class="wrong" role="alert">
        {wrong}
      </small>
    </>
  )
}

function wrongWords({ say }: OptionsWords, read: Exclude<Transfer, { settings: Settings }>): string {
  const why = 'path' in read ? say(`import.${read.wrong}`, { path: read.path }) : say(`import.${read.wrong}`)
  return say('import.kept', { why })
}
