import { useEffect, useState } from 'preact/hooks'
import type { Queries } from '../../shared/messages/queries.ts'
import type { SensitivityChoice, Settings } from '../../shared/settings/settings.ts'

/** What some settings would have done in the last 7 days. */
export type Preview = Queries['preview']['answer']

/** Asks the background; undefined: unknown. */
export type AskPreview = (settings: Settings) => Promise<Preview | undefined>

/** The previews known so far; a kind that is absent is being asked for, undefined is unknown. */
export type Previews = Partial<Record<SensitivityChoice['kind'], Preview | undefined>>

/** Asks what the present settings would have done, and the same settings at every named sensitivity. */
export function usePreviews(settings: Settings, ask: AskPreview): Previews {
  const [previews, setPreviews] = useState<Previews>({})
  // Settings read again are another object with the same choices: no reason to ask again.
  const choices = JSON.stringify(settings)
  useEffect(() => {
    let current = true
    const named = [{ kind: 'quiet' }, { kind: 'balanced' }, { kind: 'sensitive' }] as const
    const custom = settings.sensitivity.kind === 'custom' ? [settings.sensitivity] : []
    for (const sensitivity of [...named, ...custom])
      void ask({ ...settings, sensitivity }).then((preview) => {
        // The settings may have changed while the background was counting.
        if (current) setPreviews((known) => ({ ...known, [sensitivity.kind]: preview }))
      })
    return () => {
      current = false
    }
  }, [choices, ask])
  return previews
}
